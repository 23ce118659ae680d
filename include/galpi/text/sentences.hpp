// Korean and English sentence boundaries: ICU (UAX #29) with guards for what technical Korean does
// to it (decimals, versions, abbreviations, brackets, formulas).
#pragma once

#include <string_view>
#include <vector>

#include "galpi/text/utf8.hpp"

namespace galpi::text {

/// Byte ranges of the sentences of `text` in order, without the white space between them; together
/// they hold every character that is not white space. A hard line break ('\n') ends a sentence only
/// when the line before it ends one. `protect` lists ranges (sorted, such as code and formulas) in
/// which no boundary may fall.
std::vector<ByteRange> split_sentences(std::string_view text,
                                       const std::vector<ByteRange>& protect = {});

}  // namespace galpi::text
