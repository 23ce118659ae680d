#include "inline_tokens.hpp"

#include <algorithm>

#include "atoms.hpp"
#include "galpi/markup/escape.hpp"

namespace galpi::exporters::markdown {
namespace {

using model::Mark;
using model::MarkType;

/// No author nests so deep; deeper marks are read over.
constexpr unsigned depth_limit = 64;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

class TokenReader {
 public:
  explicit TokenReader(const InlineSource& source)
      : source_(source), text_(source.text), marks_(source.marks), at_(source.from) {
    to_ = std::min<std::uint32_t>(source.to, static_cast<std::uint32_t>(text_.size()));
    at_ = std::min(at_, to_);
    next_gloss_ = static_cast<std::size_t>(
        std::ranges::upper_bound(source.glosses, source.from, {}, &Gloss::offset) -
        source.glosses.begin());
  }

  InlineTokens read() {
    read_range(to_, 0);
    flush_glosses(to_);
    while (!result_.tokens.empty() && drop_trailing_space()) {
    }
    for (const Token& token : result_.tokens) {
      if (token.kind != TokenKind::text) continue;
      result_.tildes += static_cast<std::size_t>(std::ranges::count(token.content, '~'));
    }
    return std::move(result_);
  }

 private:
  void read_range(std::uint32_t end, unsigned depth) {
    for (; next_mark_ < marks_.size(); ++next_mark_) {
      const Mark& mark = marks_[next_mark_];
      const bool is_point = mark.start == mark.end;
      // A point at the very end belongs to the stretch that ends the text.
      const bool begins =
          mark.start < end || (is_point && end == to_ && mark.start == end && end == text_.size());
      if (!begins) break;
      const bool is_image = mark.type == MarkType::image;
      if (is_point ? !is_image || mark.start < at_ : mark.end <= at_) continue;
      const std::uint32_t mark_end = std::min(mark.end, end);
      if (depth >= depth_limit) continue;
      add_text(std::max(mark.start, at_));
      flush_glosses(at_);
      ++next_mark_;
      read_mark(mark, mark_end, depth);
      --next_mark_;
    }
    add_text(end);
  }

  void read_mark(const Mark& mark, std::uint32_t end, unsigned depth) {
    const std::string_view content = text_.substr(at_, end - at_);
    switch (mark.type) {
      case MarkType::code:
        return add_code(content, end);
      case MarkType::math:
        result_.tokens.push_back({TokenKind::formula, one_line(content), 0});
        return skip_to(end);
      case MarkType::footnote:
        return add_footnote(mark, content, end);
      case MarkType::link:
      case MarkType::image:
        return read_link(mark, end, depth);
      case MarkType::superscript:
      case MarkType::subscript:
        return read_tagged(mark.type == MarkType::superscript ? "sup>" : "sub>", end, depth);
      case MarkType::emphasis:
      case MarkType::strong:
      case MarkType::strikethrough:
        return read_emphasis(mark, end, depth);
    }
  }

  void read_link(const Mark& mark, std::uint32_t end, unsigned depth) {
    const bool is_image = mark.type == MarkType::image;
    const bool nested = !is_image && in_link_;
    if (nested || mark.url.empty() || !markup::is_safe_url(mark.url)) {
      return read_range(end, depth + 1);
    }
    const bool has_marks = next_mark_ < marks_.size() && marks_[next_mark_].start < end;
    const std::string_view shown = text_.substr(at_, end - at_);
    const bool has_gloss =
        next_gloss_ < source_.glosses.size() && source_.glosses[next_gloss_].offset <= end;
    if (!is_image && !has_marks && !has_gloss && is_autolink(shown, mark.url, source_.in_cell)) {
      return add_atom("<" + std::string(shown) + ">", end);
    }
    result_.tokens.push_back({TokenKind::link_open, is_image ? "![" : "[", 0});
    in_link_ = in_link_ || !is_image;
    read_range(end, depth + 1);
    flush_glosses(end);
    if (!is_image) in_link_ = false;
    std::string tail = "](";
    markup::escape_to(tail, mark.url, markup::Context::markdown_url);
    result_.tokens.push_back({TokenKind::link_close, tail + ")", 0});
  }

  void read_tagged(std::string_view tag, std::uint32_t end, unsigned depth) {
    result_.tokens.push_back({TokenKind::atom, "<" + std::string(tag), 0});
    read_range(end, depth + 1);
    result_.tokens.push_back({TokenKind::atom, "</" + std::string(tag), 0});
  }

  /// White space at the ends carries no emphasis, and CommonMark would take the marks for text.
  void read_emphasis(const Mark& mark, std::uint32_t end, unsigned depth) {
    const std::vector<MarkType> types = types_over_the_same(mark);
    const auto trimmed_end = without_trailing_blanks(end);
    const bool starts_with_mark =
        next_mark_ < marks_.size() && marks_[next_mark_].start == at_ && at_ < end;
    std::uint32_t begin = at_;
    while (!starts_with_mark && begin < trimmed_end && is_blank(text_[begin])) ++begin;
    if (begin >= trimmed_end) return read_range(end, depth + 1);
    add_text(begin);
    const auto first = static_cast<std::uint32_t>(result_.marks.size());
    for (const MarkType type : types) {
      result_.tokens.push_back(
          {TokenKind::open, {}, static_cast<std::uint32_t>(result_.marks.size())});
      result_.marks.push_back(type);
    }
    const std::size_t opened = result_.tokens.size();
    read_range(trimmed_end, depth + 1);
    if (result_.tokens.size() == opened) {
      result_.tokens.resize(opened - types.size());
      result_.marks.resize(first);
    } else {
      for (std::size_t i = types.size(); i-- > 0;) {
        result_.tokens.push_back({TokenKind::close, {}, first + static_cast<std::uint32_t>(i)});
      }
    }
    if (trimmed_end < end) read_range(end, depth + 1);
  }

  /// Marks over the same stretch have no order of their own; `***…***` is emphasis around strong.
  std::vector<MarkType> types_over_the_same(const Mark& mark) {
    std::vector<MarkType> types = {mark.type};
    for (; next_mark_ < marks_.size(); ++next_mark_) {
      const Mark& other = marks_[next_mark_];
      const bool is_like = other.type == MarkType::emphasis || other.type == MarkType::strong ||
                           other.type == MarkType::strikethrough;
      if (!is_like || other.start != mark.start || other.end != mark.end) break;
      if (std::ranges::find(types, other.type) == types.end()) types.push_back(other.type);
    }
    std::ranges::sort(types);
    return types;
  }

  std::uint32_t without_trailing_blanks(std::uint32_t end) const {
    for (std::size_t i = next_mark_; i < marks_.size() && marks_[i].start < end; ++i) {
      if (marks_[i].end >= end) return end;
    }
    while (end > at_ && is_blank(text_[end - 1])) --end;
    return end;
  }

  void add_footnote(const Mark& mark, std::string_view shown, std::uint32_t end) {
    constexpr std::string_view scheme = "#fn-";
    const std::string_view url = mark.url;
    const std::string_view label = url.starts_with(scheme) ? url.substr(scheme.size()) : "";
    if (!is_footnote_label(label) || !source_.footnotes.labels.contains(label)) {
      add_piece(shown);
      return skip_to(end);
    }
    add_atom("[^" + source_.footnotes.prefix + std::string(label) + "]", end);
  }

  /// Backticks of two spans that touch would be one run.
  void add_code(std::string_view code, std::uint32_t end) {
    const bool touches = !result_.tokens.empty() && result_.tokens.back().kind == TokenKind::atom &&
                         result_.tokens.back().content.ends_with('`');
    if (!touches) return add_atom(code_span(code, source_.in_cell), end);
    result_.tokens.push_back({TokenKind::atom, "<code>", 0});
    result_.tokens.push_back({TokenKind::text, one_line(code), 0});
    add_atom("</code>", end);
  }

  void add_atom(std::string markdown, std::uint32_t end) {
    if (!markdown.empty()) result_.tokens.push_back({TokenKind::atom, std::move(markdown), 0});
    skip_to(end);
  }

  /// Marks within an atom mean nothing in Markdown.
  void skip_to(std::uint32_t end) {
    at_ = std::max(at_, end);
    while (next_mark_ < marks_.size() && marks_[next_mark_].start < end) ++next_mark_;
  }

  void add_text(std::uint32_t end) {
    while (at_ < end) {
      flush_glosses(at_);
      std::uint32_t next = end;
      if (next_gloss_ < source_.glosses.size()) {
        next = std::min(next, source_.glosses[next_gloss_].offset);
      }
      add_piece(text_.substr(at_, next - at_));
      at_ = next;
    }
  }

  /// Puts the names in brackets that belong at or before `offset`. Emphasis that ends there is
  /// closed already: `**주의**(attention)를` closes before Hangul, `**주의(attention)**를` would
  /// not.
  void flush_glosses(std::uint32_t offset) {
    for (; next_gloss_ < source_.glosses.size() && source_.glosses[next_gloss_].offset <= offset;
         ++next_gloss_) {
      add_piece("(");
      add_piece(source_.glosses[next_gloss_].english);
      add_piece(")");
    }
  }

  void add_piece(std::string_view piece) {
    while (!piece.empty()) {
      const std::size_t line_end = std::min(piece.find('\n'), piece.size());
      append(piece.substr(0, line_end));
      if (line_end == piece.size()) return;
      if (!result_.tokens.empty()) {
        trim_last_text();
        result_.tokens.push_back({TokenKind::hard_break, {}, 0});
      }
      piece.remove_prefix(line_end + 1);
    }
  }

  void append(std::string_view line) {
    std::vector<Token>& tokens = result_.tokens;
    if (tokens.empty() || tokens.back().kind == TokenKind::hard_break) {
      line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    }
    if (line.empty()) return;
    if (tokens.empty() || tokens.back().kind != TokenKind::text) {
      tokens.push_back({TokenKind::text, {}, 0});
    }
    tokens.back().content += line;
  }

  void trim_last_text() {
    if (result_.tokens.empty() || result_.tokens.back().kind != TokenKind::text) return;
    std::string& content = result_.tokens.back().content;
    content.erase(content.find_last_not_of(" \t") + 1);
    if (content.empty()) result_.tokens.pop_back();
  }

  /// Whether there was something to drop.
  bool drop_trailing_space() {
    const std::size_t before = result_.tokens.size();
    trim_last_text();
    if (!result_.tokens.empty() && result_.tokens.back().kind == TokenKind::hard_break) {
      result_.tokens.pop_back();
    }
    return result_.tokens.size() < before;
  }

  static std::string one_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    return line;
  }

  const InlineSource& source_;
  std::string_view text_;
  std::span<const Mark> marks_;
  InlineTokens result_;
  std::uint32_t at_;
  std::uint32_t to_ = 0;
  std::size_t next_mark_ = 0;
  std::size_t next_gloss_ = 0;
  bool in_link_ = false;
};

}  // namespace

InlineTokens read_tokens(const InlineSource& source) { return TokenReader(source).read(); }

}  // namespace galpi::exporters::markdown
