// Whether a word looks like a name that somebody made up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace galpi::normalize {

/// `plain` looks like a name only if the text uses it as one.
enum class Likeness : std::uint8_t { none, plain, coined };
Likeness likeness_of(std::string_view candidate);

/// Made up rather than found in a dictionary: a capital or a digit behind the first letter.
bool is_coined(std::string_view word);

/// The first character at or after `at` that may make a word a coined one, or the size of `text`.
std::size_t find_coining(std::string_view text, std::size_t at);

/// The ASCII that a name is written with.
bool is_ascii_name(char c);

}  // namespace galpi::normalize
