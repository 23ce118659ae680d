#include "table_bars.hpp"

#include <algorithm>
#include <optional>

#include "code_spans.hpp"
#include "mask.hpp"
#include "math_scan.hpp"

namespace galpi::ingest {
namespace {

std::string_view trim(std::string_view row) {
  row.remove_prefix(std::min(row.find_first_not_of(" \t"), row.size()));
  return row.substr(0, row.find_last_not_of(" \t") + 1);
}

bool is_escaped(std::string_view text, std::size_t at) { return at > 0 && text[at - 1] == '\\'; }

bool ends_with_bar(std::string_view row) {
  return row.ends_with('|') && !is_escaped(row, row.size() - 1);
}

}  // namespace

void mask_bars(std::string& text, std::size_t from) {
  const std::string_view line = std::string_view(text).substr(from);
  if (!line.contains('|') || line.find_first_of("$\\`") == std::string_view::npos) return;
  MathScanner formulas(line);
  CodeSpanFinder code(line);
  std::size_t i = 0;
  while ((i = line.find_first_of("$\\`", i)) != std::string_view::npos) {
    const bool is_tick = line[i] == '`';
    const CodeSpan span = is_tick ? code.find(static_cast<std::uint32_t>(i)) : CodeSpan{};
    const auto formula = is_tick ? std::nullopt : formulas.find(i);
    if (!span.found && !formula) {
      i = is_tick ? span.end : i + (line[i] == '\\' ? 2 : 1);
      continue;
    }
    const std::size_t begin = is_tick ? span.inner_begin : formula->inner_begin;
    const std::size_t end = is_tick ? span.inner_end : formula->inner_end;
    for (std::size_t k = begin; k < end; ++k) {
      // `\|` is a norm in TeX and, in a table cell, a bar: masked, it stays what it is.
      const bool is_bar = line[k] == '|' && !(is_tick && is_escaped(line, k));
      if (is_bar) text[from + k] = masked_bar;
    }
    i = is_tick ? span.end : formula->end;
  }
}

std::size_t count_cells(std::string_view row) {
  row = trim(row);
  if (row.starts_with('|')) row.remove_prefix(1);
  if (ends_with_bar(row)) row.remove_suffix(1);
  std::size_t cells = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '|' && !is_escaped(row, i)) ++cells;
  }
  return cells;
}

std::string empty_cells(std::string_view row, std::size_t cells) {
  std::string bars = ends_with_bar(trim(row)) ? "" : " |";
  for (std::size_t i = 0; i < cells; ++i) bars += " |";
  return bars;
}

}  // namespace galpi::ingest
