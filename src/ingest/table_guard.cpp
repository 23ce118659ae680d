#include "table_guard.hpp"

#include <algorithm>

namespace galpi::ingest {
namespace {

/// Delimiter rows in one paragraph; each makes cmark read the paragraph again.
constexpr std::uint32_t most_delimiter_rows = 16;

std::size_t count_columns(std::string_view content) {
  std::size_t columns = 0;
  bool in_cell = false;
  for (const char c : content) {
    if (c == '-' && !in_cell) ++columns;
    if (c == '-') in_cell = true;
    if (c == '|') in_cell = false;
  }
  return columns;
}

}  // namespace

bool is_delimiter_row(std::string_view content) {
  const bool may_be =
      content.starts_with('|') || content.starts_with(':') || content.starts_with('-');
  return may_be && content.contains('-') && content.find_first_of("|:") != std::string_view::npos &&
         content.find_first_not_of(" \t|:-") == std::string_view::npos;
}

std::uint32_t TableGuard::end_of_paragraph(std::uint32_t line) {
  if (line >= paragraph_end_) {
    rows_in_paragraph_ = 0;
    paragraph_end_ = line;
    while (paragraph_end_ < lines_.count() && !is_blank(lines_[paragraph_end_])) ++paragraph_end_;
  }
  return paragraph_end_;
}

std::string_view TableGuard::check(std::uint32_t line, std::uint32_t begin,
                                   bool continues_paragraph) {
  if (!continues_paragraph) return {};
  const std::size_t rows = end_of_paragraph(line) - line;
  const std::size_t columns = count_columns(lines_.text().substr(begin, lines_.end(line) - begin));
  if (columns > limits_.table_columns) return "this table has more columns than the limit";
  if (columns * rows > limits_.table_cells) return "this table has more cells than the limit";
  if (++rows_in_paragraph_ > most_delimiter_rows) return "too many rules in one table";
  return {};
}

}  // namespace galpi::ingest
