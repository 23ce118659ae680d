// Words as table keys: what remains of `**[ Experimental  Results ]**:` is `experimentalresults`.
#pragma once

#include <string>
#include <string_view>

#include "galpi/text/utf8.hpp"

namespace galpi::normalize {

/// Digits of any kind that number things: 1, １, ①, Ⅱ.
bool is_numeral(char32_t c);

/// Letters and digits of `text` only, ASCII letters in lower case.
std::string key_of(std::string_view text);

/// Whether `text` holds no letter and no digit.
bool has_no_letters(std::string_view text);

/// `text` without white space at both ends; any white space of Unicode counts.
std::string_view trimmed(std::string_view text);

/// Every run of white space one space, none at the ends.
std::string folded(std::string_view text);

}  // namespace galpi::normalize
