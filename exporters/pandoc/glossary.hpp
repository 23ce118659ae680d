// The glossary at the end: the terms that the book mentions, with their names and definitions.
#pragma once

#include "book.hpp"

namespace galpi::exporters::pandoc {

/// Nothing when the book mentions no term.
void write_glossary(const Book& book, NodeWriter& nodes);

}  // namespace galpi::exporters::pandoc
