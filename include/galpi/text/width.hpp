// How wide text is on a terminal (UAX #11 East Asian Width, combining marks and jamo considered).
#pragma once

#include <cstddef>
#include <string_view>

namespace galpi::text {

std::size_t display_width(std::string_view text);
std::size_t display_width(char32_t code_point);

}  // namespace galpi::text
