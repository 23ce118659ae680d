#include "formula_join.hpp"

#include <algorithm>

#include "line_shapes.hpp"
#include "math_scan.hpp"

namespace galpi::ingest {
namespace {

/// A formula of more lines than this is a forgotten `$$`.
constexpr std::uint32_t most_formula_lines = 400;

}  // namespace

std::optional<std::uint32_t> FormulaFinder::open(std::uint32_t at, std::uint32_t end) const {
  const std::string_view line = lines_.text().substr(0, end);
  MathScanner scanner(line);
  std::size_t i = at;
  while ((i = line.find_first_of("$\\`", i)) != std::string_view::npos) {
    if (line[i] == '`') {
      const std::size_t run = std::min(line.find_first_not_of('`', i), line.size()) - i;
      const std::size_t close = line.find(line.substr(i, run), i + run);
      i = (close == std::string_view::npos ? i : close) + run;
      continue;
    }
    if (const auto span = scanner.find(i)) {
      i = span->end;
      continue;
    }
    const std::string_view rest = line.substr(i);
    if (rest.starts_with("$$") || rest.starts_with("\\[") || !environment_end(rest).empty()) {
      return static_cast<std::uint32_t>(i);
    }
    i += line[i] == '\\' ? 2 : 1;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> FormulaFinder::close(std::uint32_t line, std::uint32_t open,
                                                  bool alone) {
  const std::string environment = environment_end(lines_.text().substr(open));
  const std::string bracket = lines_.text()[open] == '$' ? "$$" : "\\]";
  const std::string mark = environment.empty() ? bracket : environment;
  const auto known = unclosed_.find({tracker_.containers_key(), mark, alone});
  if (known != unclosed_.end() && line < known->second) return std::nullopt;
  const std::uint32_t limit = std::min(lines_.count(), line + 1 + most_formula_lines);
  bool after_blank = false;
  std::uint32_t next = line + 1;
  for (; next < limit; ++next) {
    const auto start = tracker_.peek(lines_[next]);
    if (!start) break;
    const std::string_view content = lines_[next].substr(*start);
    if (content.empty() && !alone) break;
    if (is_heading_text(content) || read_fence(content, false)) break;
    if (after_blank && opens_other_block(content)) break;
    after_blank = content.empty();
    const std::size_t close = find_mark(content, mark);
    if (close < content.size()) {
      return lines_.begin(next) + *start + static_cast<std::uint32_t>(close + mark.size());
    }
  }
  unclosed_[{tracker_.containers_key(), mark, alone}] = next;
  return std::nullopt;
}

}  // namespace galpi::ingest
