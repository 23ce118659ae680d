#include <algorithm>

#include "front_matter.hpp"
#include "metadata.hpp"

namespace galpi::ingest {
namespace {

std::string_view trim_end(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return line;
}

bool is_closing(std::string_view line) {
  const std::string_view trimmed = trim_end(line);
  return trimmed == "---" || trimmed == "...";
}

/// A line that is part of a post's body beyond doubt: YAML would take a heading for a comment, and
/// a `---` further down in the body for the end of the front matter.
bool is_body_line(std::string_view line) {
  const std::size_t hashes = line.find_first_not_of('#');
  if (hashes == std::string_view::npos || hashes == 0 || hashes > 6) return line.starts_with("> ");
  return line[hashes] == ' ' && (hashes > 1 || line.contains("]("));
}

struct LineRange {
  std::uint32_t begin;
  std::uint32_t end;   ///< without the line end
  std::uint32_t next;  ///< the next line, or the size of the text
};

LineRange line_at(std::string_view text, std::uint32_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  return {begin, static_cast<std::uint32_t>(end),
          static_cast<std::uint32_t>(std::min(end + 1, text.size()))};
}

/// Front matter that is never closed goes on as long as lines look like it.
std::uint32_t end_of_metadata_lines(std::string_view text, std::uint32_t begin) {
  bool list_may_follow = false;
  while (begin < text.size()) {
    const LineRange range = line_at(text, begin);
    const std::string_view line = text.substr(range.begin, range.end - range.begin);
    const std::string_view key = metadata_key(line);
    const bool is_key = !key.empty() && (key[0] < 'A' || key[0] > 'Z');
    const std::size_t indent = line.find_first_not_of(' ');
    const bool is_item = indent != std::string_view::npos && line.substr(indent).starts_with("- ");
    if (!is_key && !(is_item && list_may_follow)) break;
    if (is_key) list_may_follow = trim_end(line).ends_with(':');
    begin = range.next;
  }
  return begin;
}

}  // namespace

FrontMatterRange find_front_matter(std::string_view text) {
  FrontMatterRange range;
  const std::size_t start = std::min(text.find_first_not_of('\n'), text.size());
  const LineRange opening = line_at(text, static_cast<std::uint32_t>(start));
  if (trim_end(text.substr(opening.begin, opening.end - opening.begin)) != "---") return range;

  bool has_key = false;
  for (std::uint32_t begin = opening.next; begin < text.size();) {
    const LineRange line = line_at(text, begin);
    const std::string_view content = text.substr(line.begin, line.end - line.begin);
    if (is_closing(content)) {
      const bool is_empty = trim_end(text.substr(opening.next, line.begin - opening.next)).empty();
      if (!has_key && !is_empty) return range;  // two rules with prose between them
      return {true, true, opening.next, line.begin, line.next};
    }
    if (is_body_line(content)) break;
    has_key = has_key || !metadata_key(content).empty() || !damaged_key(content).empty();
    begin = line.next;
  }
  const std::uint32_t end = end_of_metadata_lines(text, opening.next);
  if (end == opening.next) return range;
  return {true, false, opening.next, end, end};
}

}  // namespace galpi::ingest
