// A translation, which memories hold as plain text, as a block of the model.
#pragma once

#include <cstdint>
#include <string_view>

#include "galpi/model/stages.hpp"

namespace galpi::exporters::markdown {

/// Bytes [start, end) of the block's text, as far as they exist: offsets of damaged input may lie
/// outside the text, or be out of order.
std::string_view slice(const model::Block& block, std::uint32_t start, std::uint32_t end);

/// A translation with its formulas as marks again, and with those links, code and emphasis of the
/// original whose words it holds as they are.
model::Block translation_block(const model::Block& block, const model::Sentence& sentence);

}  // namespace galpi::exporters::markdown
