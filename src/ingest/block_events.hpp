// cmark's tree as a flat list of events, each leaf with its content (unmasked) and the way back to
// the source. Nothing after this needs cmark.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "places.hpp"
#include "prepare.hpp"

namespace galpi::ingest {

/// What opens a container stands before `close`.
enum class EventKind : std::uint8_t {
  open_list,
  open_item,
  open_quote,
  open_table,
  open_row,
  open_footnote,
  close,
  paragraph,
  heading,
  cell,
  code,
  html,
  rule,
};

struct BlockEvent {
  BlockEvent(EventKind opened, std::uint32_t place, const PlaceChain& chain)
      : kind(opened), prepared(place), map(chain) {}

  EventKind kind;
  std::uint32_t level = 0;     ///< heading
  std::uint32_t prepared = 0;  ///< where the block begins in the prepared text
  std::string content;         ///< leaves
  std::string label;           ///< list start, task mark, language, alignment, footnote label
  ContentMap map;              ///< leaves
};

/// Parses with cmark. `chain` must outlive the events.
std::vector<BlockEvent> read_block_events(const PreparedText& prepared, const PlaceChain& chain);

}  // namespace galpi::ingest
