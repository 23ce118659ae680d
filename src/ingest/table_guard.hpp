// Keeps tables within limits: cmark fills short rows up with cells, so that a few bytes of input
// can become millions of nodes, and reads a paragraph anew for every line that could be a table's.
#pragma once

#include <cstdint>
#include <string_view>

#include "galpi/ingest/parse_post.hpp"
#include "lines.hpp"

namespace galpi::ingest {

/// Whether `content` could be the line under a table's head: `|---|:--:|`.
bool is_delimiter_row(std::string_view content);

class TableGuard {
 public:
  TableGuard(const Lines& lines, const Limits& limits) : lines_(lines), limits_(limits) {}

  /// Looks at the delimiter row at `begin` of `line`; says what is wrong with its table, or
  /// nothing.
  std::string_view check(std::uint32_t line, std::uint32_t begin, bool continues_paragraph);

 private:
  std::uint32_t end_of_paragraph(std::uint32_t line);

  const Lines& lines_;
  const Limits& limits_;
  std::uint32_t paragraph_end_ = 0;  ///< the first empty line after the last one looked at
  std::uint32_t rows_in_paragraph_ = 0;
};

}  // namespace galpi::ingest
