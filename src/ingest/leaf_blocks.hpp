// Leaves of the block tree: text, formulas, code and images as model blocks.
#pragma once

#include <string>
#include <vector>

#include "block_events.hpp"
#include "galpi/model/block.hpp"
#include "inline_reader.hpp"

namespace galpi::ingest {

/// A block of `type` that holds `text`; its place is that of its first character.
model::Block text_block(model::BlockType type, InlineText&& text, const ContentMap& map);

/// Formulas that were to stand alone become marks again where they cannot: headings, cells.
void keep_formulas_inline(InlineText& text);

/// A paragraph without displayed formulas: an image alone is an image.
model::Block paragraph_block(InlineText&& text, const ContentMap& map);

/// A paragraph whose displayed formulas stand alone.
std::vector<model::Block> parted_paragraph(const InlineText& text, const ContentMap& map);

/// A code block (or, for the language `math`, a formula); nothing when it is empty.
std::vector<model::Block> code_blocks(const BlockEvent& event);

/// What could be read of raw HTML.
std::vector<model::Block> html_blocks(const BlockEvent& event, InlineContext& context);

}  // namespace galpi::ingest
