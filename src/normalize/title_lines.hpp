// Papers whose title stands in no heading: a bold line (`**1. [Title](https://arxiv.org/…)**`), a
// line that is one link to arXiv, or an item of a list with the digest below it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "galpi/ingest/raw_post.hpp"

namespace galpi::normalize {

struct TitleLine {
  std::optional<std::uint32_t> number;
  bool strong = false;  ///< all of the line is bold
  bool listed = false;  ///< part_title_lines() took it out of a list with a digest below it
};

/// What a paragraph is when it holds one title with its link to arXiv and nothing else. A link that
/// says only that it is one (`[arXiv](…)`) is no title.
std::optional<TitleLine> title_line(const model::Block& paragraph);

/// Parts titles from what they stand together with. An item of a list of papers becomes a title
/// line (with its number as label, or with `listed_title`) and the blocks below it; the lines of
/// prose below a bold title in one paragraph become one of their own. Only where no heading leads
/// to arXiv; and a list only where some item goes on with what a digest has, such as `목표:`, or
/// where it is one item before a section: lists of references stay lists.
void part_title_lines(std::vector<ingest::RawBlock>& blocks);

}  // namespace galpi::normalize
