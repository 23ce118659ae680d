// Pop-up notes for the terms of a paper (gloss styles `noteref` and `both`).
#pragma once

#include "chapter_state.hpp"

namespace galpi::exporters::epub {

/// Writes the notes that wait in `state`, after the text that refers to them.
void write_term_notes(ChapterState& state);

}  // namespace galpi::exporters::epub
