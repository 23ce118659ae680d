#include "render_diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "galpi/text/utf8.hpp"
#include "galpi/text/width.hpp"

namespace galpi::cli {
namespace {

constexpr std::size_t widest_excerpt = 76;  ///< terminal cells; with the margin it fits 80

struct Paint {
  const char* begin;
  const char* end;
};

/// The eight basic colours only, and never the only carrier of meaning.
Paint paint_for(Severity severity, bool color) {
  if (!color) return {"", ""};
  switch (severity) {
    case Severity::note:
      return {"\x1b[36m", "\x1b[0m"};
    case Severity::warning:
      return {"\x1b[33m", "\x1b[0m"};
    case Severity::error:
      return {"\x1b[31m", "\x1b[0m"};
  }
  return {"", ""};
}

/// One character as it may be shown: a tab is one space, everything unprintable is made visible.
std::string shown(std::string_view character) {
  return character == "\t" ? " " : quote_for_message(character, 1);
}

/// The part of a line around [column, end_column), and the line of marks below it.
struct Excerpt {
  std::string line;
  std::string marks;
};

Excerpt excerpt_of(const Diagnostic& diagnostic) {
  struct Cell {
    std::string text;
    std::size_t width;
  };
  std::vector<Cell> cells;
  const std::string_view line = diagnostic.excerpt;
  for (std::size_t offset = 0; offset < line.size();) {
    const std::size_t start = offset;
    text::next_code_point(line, offset);
    std::string text = shown(line.substr(start, offset - start));
    const std::size_t width = text::display_width(text);
    cells.push_back({std::move(text), width});
  }
  const std::size_t column = diagnostic.span.at.column > 0 ? diagnostic.span.at.column - 1 : 0;
  const std::size_t end = std::max<std::size_t>(diagnostic.span.end_column, 1) - 1;

  // Start a third of the window before the place, unless the whole line fits.
  std::size_t total = 0;
  for (const Cell& cell : cells) total += cell.width;
  std::size_t first = 0;
  if (total > widest_excerpt) {
    first = std::min(column, cells.size());
    for (std::size_t before = 0; first > 0; --first) {
      before += cells[first - 1].width;
      if (before > widest_excerpt / 3) break;
    }
  }
  Excerpt excerpt;
  std::size_t width = 0;
  if (first > 0) {
    excerpt.line = "…";
    excerpt.marks = " ";
    width = 1;
  }
  for (std::size_t i = first; i < cells.size(); ++i) {
    if (width + cells[i].width > widest_excerpt) {
      excerpt.line += "…";
      break;
    }
    excerpt.line += cells[i].text;
    width += cells[i].width;
    if (i < column) {
      excerpt.marks.append(cells[i].width, ' ');
    } else if (i == column) {
      excerpt.marks += '^';
      excerpt.marks.append(cells[i].width > 0 ? cells[i].width - 1 : 0, '~');
    } else if (i < end) {
      excerpt.marks.append(cells[i].width, '~');
    }
  }
  if (column >= cells.size()) excerpt.marks += '^';
  return excerpt;
}

std::string json_line(const SourceSpan& span, std::string_view level, std::string_view code,
                      std::string_view message, std::string_view hint, std::string_view excerpt) {
  // A place without an end is one character wide; column 0 stands for the whole line or file.
  const std::uint32_t one_character = span.at.column == 0 ? 0 : span.at.column + 1;
  const std::uint32_t end_column = span.end_column == 0 ? one_character : span.end_column;
  const nlohmann::ordered_json object = {
      {"file", span.file},        {"line", span.at.line}, {"column", span.at.column},
      {"end_column", end_column}, {"level", level},       {"code", code},
      {"message", message},       {"hint", hint},         {"excerpt", excerpt},
  };
  // File names need not be UTF-8; the line must be.
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string render_text(const Diagnostic& diagnostic, bool color) {
  const Severity severity = severity_of(diagnostic);
  const Paint paint = paint_for(severity, color);
  std::string place =
      diagnostic.span.file.empty() ? "galpi" : quote_for_message(diagnostic.span.file, 400);
  if (diagnostic.span.at.line > 0) {
    place += fmt::format(":{}:{}", diagnostic.span.at.line, diagnostic.span.at.column);
  }
  std::string text =
      fmt::format("{}: {}{}{}: {} [{}]\n", place, paint.begin, severity_name(severity), paint.end,
                  diagnostic.message, code_name(diagnostic.code));
  if (!diagnostic.excerpt.empty() && diagnostic.span.at.column > 0) {
    const Excerpt excerpt = excerpt_of(diagnostic);
    text += fmt::format("  {}\n  {}\n", excerpt.line, excerpt.marks);
  }
  if (!diagnostic.hint.empty()) text += fmt::format("  hint: {}\n", diagnostic.hint);
  return text;
}

std::string render_json(const Diagnostic& diagnostic) {
  return json_line(diagnostic.span, severity_name(severity_of(diagnostic)),
                   code_name(diagnostic.code), diagnostic.message, diagnostic.hint,
                   diagnostic.excerpt);
}

std::string render_json_error(const SourceSpan& span, const std::string& message) {
  return json_line(span, severity_name(Severity::error), "stopped", message, "", "");
}

}  // namespace galpi::cli
