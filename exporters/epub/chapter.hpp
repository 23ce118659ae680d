// A day as a chapter: one XHTML file with the day's papers and sections in reading order.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book.hpp"
#include "galpi/base/diagnostic.hpp"

namespace galpi::exporters::epub {

struct Chapter {
  std::string xhtml;
  bool has_mathml = false;
  std::vector<Diagnostic> diagnostics;
};

/// Depends on the book and the day only, so days can be rendered on several threads.
Chapter render_chapter(const Book& book, std::size_t day);

}  // namespace galpi::exporters::epub
