// What stands above a paper's sections: its number and title, and the facts of one line.
#pragma once

#include <cstdint>

#include "document.hpp"

namespace galpi::exporters::latex {

void write_paper_head(DayState& state, std::uint32_t index);

}  // namespace galpi::exporters::latex
