// Looks at a table before cmark does. cmark fills short rows up with cells, so that a few bytes of
// input can become millions of nodes, and reads a paragraph anew for every line that could be a
// table's: such tables are kept out. And it drops the cells for which the head has no column: such
// tables get a wider head.
#pragma once

#include <cstdint>
#include <string_view>

#include "galpi/ingest/parse_post.hpp"
#include "line_tracker.hpp"
#include "lines.hpp"

namespace galpi::ingest {

/// Whether `content` could be the line under a table's head: `|---|:--:|`.
bool is_delimiter_row(std::string_view content);

struct TableShape {
  std::string_view problem;        ///< why this must not become a table, if so
  std::size_t missing = 0;         ///< columns that the head lacks
  std::uint32_t widest_line = 0;   ///< the first row that needs the most columns, when some are
  std::uint32_t widest_begin = 0;  ///< where its text begins
};

class TableGuard {
 public:
  TableGuard(const Lines& lines, const Limits& limits) : lines_(lines), limits_(limits) {}

  /// Looks at the table of the delimiter row at `begin` of `line`, which `tracker` has just read.
  /// `head` is the text of the line before, its bars masked; empty when the row follows no text.
  TableShape look(std::uint32_t line, std::uint32_t begin, std::string_view head,
                  const LineTracker& tracker);

 private:
  std::uint32_t end_of_paragraph(std::uint32_t line);
  void find_widest(std::uint32_t line, std::size_t columns, LineTracker tracker, TableShape& shape);

  const Lines& lines_;
  const Limits& limits_;
  std::uint32_t paragraph_end_ = 0;  ///< the first empty line after the last one looked at
  std::uint32_t rows_in_paragraph_ = 0;
  std::uint32_t table_end_ = 0;  ///< the first line that is no row of the last table
};

}  // namespace galpi::ingest
