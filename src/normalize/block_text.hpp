// Editing the text of a block without losing where it came from: marks and anchors follow.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/model/block.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::normalize {

/// Removes the bytes [start, end). Marks shrink, and vanish when all they marked is gone; the first
/// byte behind the gap gets an anchor.
void erase_text(model::Block& block, std::uint32_t start, std::uint32_t end);

/// Removes white space at both ends of the text.
void trim_text(model::Block& block);

/// A block of the same type with the bytes [start, end) of the text; `at` is where they start.
model::Block slice_of(const model::Block& block, std::uint32_t start, std::uint32_t end);

/// The lines of the source that the text was written in, without the white space between them: a
/// hard break or a change of the line in the anchors.
std::vector<text::ByteRange> source_lines(const model::Block& block);

/// The text a range covers.
inline std::string_view view_of(const model::Block& block, text::ByteRange range) {
  return std::string_view(block.text).substr(range.start, range.end - range.start);
}

/// `range` without white space at its ends.
text::ByteRange trimmed_range(const model::Block& block, text::ByteRange range);

/// Whether a mark of this type covers all letters of `range`.
bool is_covered(const model::Block& block, model::MarkType type, text::ByteRange range);

/// Puts the text in NFC. Taking markup away can bring a letter and an accent together that the
/// source kept apart.
void compose_text(model::Block& block);
void compose_text(std::string& text);

}  // namespace galpi::normalize
