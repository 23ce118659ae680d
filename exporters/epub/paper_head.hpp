// The head of a paper in its chapter: number and title, then a quiet line of where it comes from.
#pragma once

#include <cstdint>

#include "chapter_state.hpp"

namespace galpi::exporters::epub {

/// `paper` indexes the post's papers.
void write_paper_head(ChapterState& state, std::uint32_t paper);

}  // namespace galpi::exporters::epub
