// Link reference definitions at the start of paragraphs. cmark would take them away; here they are
// kept, so that a title is not lost and a definition that nothing uses can be shown as text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "block_events.hpp"
#include "inline_reader.hpp"

namespace galpi::ingest {

/// A definition that stands in a paragraph of its own event.
struct PlacedDefinition {
  std::string label;  ///< empty for a second definition of a label, which never counts
  BlockEvent text;    ///< the definition as a paragraph
};

/// Takes the definitions at the start of `paragraph` out of it and into `context`.
std::vector<PlacedDefinition> take_definitions(BlockEvent& paragraph, InlineContext& context);

}  // namespace galpi::ingest
