// The one order in which blocks are visited and numbered, for const posts and others.
#pragma once

#include "galpi/model/post.hpp"

namespace galpi::model {

/// Calls `on_paper` and `on_section` for the parts of a post in reading order: two sequences
/// merged by place, so that a place that is missing or out of order loses nothing.
template <class AnyPost, class OnPaper, class OnSection>
void for_each_part(AnyPost& post, const OnPaper& on_paper, const OnSection& on_section) {
  auto paper = post.papers.begin();
  auto section = post.sections.begin();
  while (paper != post.papers.end() || section != post.sections.end()) {
    const bool section_next =
        paper == post.papers.end() || (section != post.sections.end() && section->at < paper->at);
    if (section_next) {
      on_section(*section++);
    } else {
      on_paper(*paper++);
    }
  }
}

template <class AnyBlocks, class Visit>
void walk_blocks(AnyBlocks& blocks, const Visit& visit) {
  for (auto& block : blocks) {
    visit(block);
    walk_blocks(block.children, visit);
  }
}

/// Containers before their children.
template <class AnyPost, class Visit>
void walk_post(AnyPost& post, const Visit& visit) {
  for_each_part(
      post,
      [&](auto& paper) {
        for (auto& section : paper.sections) walk_blocks(section.blocks, visit);
      },
      [&](auto& section) { walk_blocks(section.blocks, visit); });
}

}  // namespace galpi::model
