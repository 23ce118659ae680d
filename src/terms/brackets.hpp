// Brackets that an author writes around names: 주의(attention), "주의" (attention),
// 주의（attention）.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "galpi/text/utf8.hpp"

namespace galpi::terms {

/// The offset of the text inside a bracket that opens right after byte `offset` (behind closing
/// quotes and at most one space), or 0.
std::size_t start_of_bracket_text(std::string_view text, std::size_t offset);

/// The stretches inside round brackets, outermost ones, without the brackets. One that is never
/// closed reaches to the end.
std::vector<text::ByteRange> bracketed_ranges(std::string_view text);

}  // namespace galpi::terms
