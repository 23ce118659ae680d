#include "link_tail.hpp"

#include <algorithm>

#include "galpi/text/byte_search.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::ingest {
namespace {

// Bounds that keep reading linear: an unclosed title would otherwise be looked for again and again.
constexpr std::uint32_t longest_destination = 8192;
constexpr std::uint32_t longest_title = 4096;
constexpr std::uint32_t longest_label = 999;  // CommonMark 0.29, section 4.7
constexpr int most_parentheses = 32;

/// What means something in a destination without angle brackets.
constexpr galpi::text::ByteSet destination_bytes = galpi::text::make_byte_set("{\\ \t\n()");

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

class TailReader {
 public:
  TailReader(std::string_view text, std::uint32_t at) : text_(text), at_(at) {}

  std::uint32_t at() const { return at_; }
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  /// White space with at most one line end; says whether there was any.
  bool skip_space(bool line_end_allowed = true) {
    const std::uint32_t begin = at_;
    int line_ends = 0;
    while (!at_end() && is_space(text_[at_])) {
      if (text_[at_] == '\n' && (!line_end_allowed || ++line_ends > 1)) break;
      ++at_;
    }
    return at_ > begin;
  }

  std::optional<Range> destination() {
    if (take('<')) return in_angles();
    const std::uint32_t begin = at_;
    const auto limit = static_cast<std::uint32_t>(
        std::min<std::size_t>(text_.size(), begin + longest_destination));
    int depth = 0;
    const auto skip_plain = [&] {
      if (at_ >= limit) return;
      at_ = static_cast<std::uint32_t>(
          galpi::text::find_byte<destination_bytes>(text_.substr(0, limit), at_));
    };
    for (skip_plain(); at_ < limit; skip_plain()) {
      const char c = text_[at_];
      if (c == '{' && skip_liquid()) continue;
      if (c == '\\' && at_ + 1 < limit && !is_space(text_[at_ + 1])) {
        at_ += 2;
        continue;
      }
      if (is_space(c) || (c == ')' && depth == 0)) break;
      if (c == '(' && ++depth > most_parentheses) return std::nullopt;
      if (c == ')') --depth;
      ++at_;
    }
    if (depth != 0 || at_ == begin + longest_destination) return std::nullopt;
    return Range{begin, at_};
  }

  std::optional<Range> title() {
    const char open = peek();
    if (open != '"' && open != '\'' && open != '(') return std::nullopt;
    const char close = open == '(' ? ')' : open;
    const std::uint32_t begin = ++at_;
    const auto limit =
        static_cast<std::uint32_t>(std::min<std::size_t>(text_.size(), begin + longest_title));
    for (; at_ < limit; ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == close) {
        return Range{begin, at_++};
      } else if (open == '(' && text_[at_] == '(') {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  std::optional<Range> in_angles() {
    const std::uint32_t begin = at_;
    const auto limit = static_cast<std::uint32_t>(
        std::min<std::size_t>(text_.size(), begin + longest_destination));
    for (; at_ < limit; ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '>') {
        return Range{begin, at_++};
      } else if (text_[at_] == '<' || text_[at_] == '\n') {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  /// `{{ site.baseurl }}` is gone before Markdown is read in Jekyll: its spaces end no destination.
  bool skip_liquid() {
    const std::string_view rest = text_.substr(at_, 200);
    if (!rest.starts_with("{{") && !rest.starts_with("{%")) return false;
    const std::size_t end = rest.find(rest[1] == '{' ? "}}" : "%}");
    if (end == std::string_view::npos) return false;
    at_ += static_cast<std::uint32_t>(end) + 2;
    return true;
  }

  std::string_view text_;
  std::uint32_t at_;
};

}  // namespace

std::optional<LinkTail> read_link_tail(std::string_view text, std::uint32_t at) {
  TailReader reader(text, at);
  if (!reader.take('(')) return std::nullopt;
  reader.skip_space();
  LinkTail tail;
  const auto destination = reader.destination();
  if (!destination) return std::nullopt;
  tail.destination = *destination;
  if (reader.skip_space() && reader.peek() != ')') {
    const auto title = reader.title();
    if (!title) return std::nullopt;
    tail.title = *title;
    reader.skip_space();
  }
  if (!reader.take(')')) return std::nullopt;
  tail.end = reader.at();
  return tail;
}

std::optional<Range> read_label(std::string_view text, std::uint32_t at, std::uint32_t& end) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  const std::uint32_t begin = at + 1;
  const auto limit =
      static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), begin + longest_label + 1));
  for (std::uint32_t i = begin; i < limit; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '[') {
      return std::nullopt;
    } else if (text[i] == ']') {
      end = i + 1;
      const bool blank =
          text.substr(begin, i - begin).find_first_not_of(" \t\n") == std::string_view::npos;
      return blank ? std::nullopt : std::optional(Range{begin, i});
    }
  }
  return std::nullopt;
}

std::optional<LinkDefinition> read_definition(std::string_view text, std::uint32_t at) {
  LinkDefinition definition;
  std::uint32_t after_label = 0;
  const auto label = read_label(text, at, after_label);
  if (!label || text[label->begin] == '^') return std::nullopt;
  definition.label = *label;
  TailReader reader(text, after_label);
  if (!reader.take(':')) return std::nullopt;
  reader.skip_space();
  const auto destination = reader.destination();
  if (!destination || (destination->empty() && text[reader.at() - 1] != '>')) return std::nullopt;
  definition.tail.destination = *destination;
  definition.tail.end = reader.at();

  const auto ends_line = [&](TailReader& place) {
    place.skip_space(false);
    return place.at_end() || place.peek() == '\n';
  };
  TailReader with_title = reader;
  const bool separated = with_title.skip_space();
  const auto title = separated ? with_title.title() : std::nullopt;
  if (title && ends_line(with_title)) {
    definition.tail.title = *title;
    definition.tail.end = with_title.at();
    return definition;
  }
  if (!ends_line(reader)) return std::nullopt;
  definition.tail.end = reader.at();
  return definition;
}

std::string normalize_label(std::string_view label) {
  std::string folded;
  for (const char c : label) {
    if (is_space(c)) {
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
    } else {
      folded += c;
    }
  }
  while (folded.ends_with(' ')) folded.pop_back();
  return text::ascii_lower(folded);
}

}  // namespace galpi::ingest
