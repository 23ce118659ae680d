// The head of a paper in its chapter: number and title, then a quiet line of where it comes from.
#pragma once

#include <cstdint>

#include "chapter_state.hpp"

namespace galpi::exporters::epub {

/// `index` is into the post's papers.
void write_paper_head(ChapterState& state, std::uint32_t index);

}  // namespace galpi::exporters::epub
