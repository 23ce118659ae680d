// Walks that several parts of the app need over finished posts.
#pragma once

#include <vector>

#include "galpi/model/edition.hpp"

namespace galpi::app {

/// Calls `visit` for `blocks` and everything in them, in reading order. Depth is bounded by ingest.
template <class Visit>
void walk_blocks(const std::vector<model::Block>& blocks, const Visit& visit) {
  for (const model::Block& block : blocks) {
    visit(block);
    walk_blocks(block.children, visit);
  }
}

/// Calls `visit(place, block)` for every block of a day; `day` is its index in the edition.
template <class Visit>
void walk_day(const model::Post& post, std::uint32_t day, const Visit& visit) {
  for (const model::PostPart& part : model::parts_in_reading_order(post)) {
    if (part.paper != nullptr) {
      const auto paper = static_cast<std::uint32_t>(part.paper - post.papers.data());
      for (const model::Section& section : part.paper->sections) {
        walk_blocks(section.blocks,
                    [&](const model::Block& block) { visit(model::Place{day, paper}, block); });
      }
    } else {
      walk_blocks(part.section->blocks, [&](const model::Block& block) {
        visit(model::Place{day, model::Place::no_paper}, block);
      });
    }
  }
}

}  // namespace galpi::app
