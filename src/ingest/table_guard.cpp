#include "table_guard.hpp"

#include <string>

#include "table_bars.hpp"

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

void TableGuard::find_widest(std::uint32_t line, std::size_t columns, LineTracker tracker,
                             TableShape& shape) {
  std::string row;
  for (++line; line < lines_.count(); ++line) {
    const TrackedLine tracked = tracker.read(lines_[line]);
    if (tracked.kind != LineKind::text || !tracked.continues_paragraph) break;
    row = lines_[line].substr(tracked.content);
    mask_bars(row, 0);
    const std::size_t cells = count_cells(row);
    if (cells <= columns + shape.missing) continue;
    shape.missing = cells - columns;
    shape.widest_line = line;
    shape.widest_begin = lines_.begin(line) + tracked.content;
  }
  table_end_ = line;
}

TableShape TableGuard::look(std::uint32_t line, std::uint32_t begin, std::string_view head,
                            const LineTracker& tracker) {
  TableShape shape;
  if (head.empty()) return shape;
  const std::size_t rows = end_of_paragraph(line) - line;
  const std::size_t columns = count_columns(lines_.text().substr(begin, lines_.end(line) - begin));
  if (columns > limits_.table_columns) shape.problem = "this table has more columns than the limit";
  if (columns * rows > limits_.table_cells) {
    shape.problem = "this table has more cells than the limit";
  }
  if (++rows_in_paragraph_ > most_delimiter_rows) shape.problem = "too many rules in one table";
  const bool opens_table = line >= table_end_ && count_cells(head) == columns;
  if (!shape.problem.empty() || !opens_table) return shape;
  find_widest(line, columns, tracker, shape);
  const std::size_t widest = columns + shape.missing;
  if (widest > limits_.table_columns || widest * rows > limits_.table_cells) {
    shape.problem = "with its widest row this table has more cells than the limit";
  }
  return shape;
}

}  // namespace galpi::ingest
