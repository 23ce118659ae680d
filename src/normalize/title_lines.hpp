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
};

/// What a paragraph is when it holds one title with its link to arXiv and nothing else. A link that
/// says only that it is one (`[arXiv](…)`) is no title.
std::optional<TitleLine> title_line(const model::Block& paragraph);

/// Takes lists of papers apart: each item becomes a title line (an ordered one with its number as
/// label) and the blocks below it. Only where no heading leads to arXiv, and where some item goes
/// on with what a digest has, such as `목표:` or `방법:`: lists of references stay lists.
void split_listed_papers(std::vector<ingest::RawBlock>& blocks);

}  // namespace galpi::normalize
