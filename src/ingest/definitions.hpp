// Link reference definitions at the start of paragraphs. cmark would take them away; here they are
// kept, so that a title is not lost and a definition that nothing uses can be shown as text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "block_events.hpp"
#include "inline_reader.hpp"

namespace galpi::ingest {

struct PlacedDefinition {
  std::string label;  ///< empty for a second definition of a label, which never counts
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The definitions at the start of a paragraph.
struct DefinitionList {
  std::vector<PlacedDefinition> items;
  std::string content;  ///< what their offsets are offsets of
  ContentMap map;
};

/// Takes the definitions at the start of `paragraph` out of it and into `context`.
DefinitionList take_definitions(BlockEvent& paragraph, InlineContext& context);

}  // namespace galpi::ingest
