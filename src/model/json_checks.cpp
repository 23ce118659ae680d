#include "json_checks.hpp"

#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/markup/escape.hpp"
#include "galpi/text/normalization.hpp"

namespace galpi::model {
namespace {

/// C0 without tab and line feed, DEL, and C1 (the bytes C2 80 to C2 9F).
bool has_control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 ? byte != '\n' && byte != '\t' : byte == 0x7F) return true;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      return true;
    }
  }
  return false;
}

bool carries_url(MarkType type) {
  return type == MarkType::link || type == MarkType::image || type == MarkType::footnote;
}

bool is_range(const Mark& mark) { return mark.start < mark.end; }

}  // namespace

std::optional<std::string> text_problem(std::string_view text) {
  if (has_control_character(text)) return "has control characters";
  if (!text::is_nfc(text)) return "is not in Unicode normalization form C";
  return std::nullopt;
}

std::optional<std::string> url_problem(std::string_view url) {
  if (url.empty() || markup::is_safe_url(url)) return std::nullopt;
  return "is a link with an unsafe scheme: " + quote_for_message(url);
}

std::optional<std::string> source_problem(std::string_view source) {
  const bool absolute = source.starts_with('/');
  const bool climbs = source == ".." || source.starts_with("../") || source.ends_with("/..") ||
                      source.contains("/../");
  if (absolute || climbs) return "leaves the site root: " + quote_for_message(source);
  return std::nullopt;
}

bool is_container(BlockType type) {
  return type == BlockType::list || type == BlockType::quote || type == BlockType::table ||
         type == BlockType::row;
}

bool may_hold(std::optional<BlockType> parent, BlockType child) {
  if (child == BlockType::item) return parent == BlockType::list;
  if (child == BlockType::row) return parent == BlockType::table;
  if (child == BlockType::cell) return parent == BlockType::row;
  if (child == BlockType::point) return !parent;
  return !parent || parent == BlockType::item || parent == BlockType::point ||
         parent == BlockType::quote;
}

std::optional<MarkProblem> mark_problem(const std::vector<Mark>& marks) {
  std::vector<std::uint32_t> open;  // ends of the marks around the current place
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    if (i > 0) {
      const Mark& previous = marks[i - 1];
      // An image without alternative text marks nothing, and stands where it stands.
      const bool longer_first = mark.start != previous.start || mark.end <= previous.end ||
                                !is_range(mark) || !is_range(previous);
      if (mark.start < previous.start || !longer_first) {
        return MarkProblem{i, "start", "marks are not sorted by start, longer ones first"};
      }
    }
    while (!open.empty() && open.back() <= mark.start) open.pop_back();
    if (!open.empty() && mark.end > open.back()) {
      return MarkProblem{i, "end", "a mark ends behind the mark around it"};
    }
    if (is_range(mark)) open.push_back(mark.end);
    if (!mark.url.empty() && !carries_url(mark.type)) {
      return MarkProblem{i, "url", "only links, images and footnotes have one"};
    }
    if (auto problem = url_problem(mark.url)) return MarkProblem{i, "url", std::move(*problem)};
  }
  return std::nullopt;
}

}  // namespace galpi::model
