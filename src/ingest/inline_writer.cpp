#include <algorithm>
#include <utility>

#include "galpi/text/normalization.hpp"
#include "galpi/text/utf8.hpp"
#include "inline_reader.hpp"
#include "lines.hpp"
#include "mark_nesting.hpp"
#include "mask.hpp"

namespace galpi::ingest {
namespace {

using model::Mark;
using model::MarkType;

class InlineWriter {
 public:
  InlineWriter(std::string_view content, const InlineTokens& tokens, bool fold_spaces)
      : content_(content), tokens_(tokens), fold_spaces_(fold_spaces) {}

  InlineText write() {
    places_.reserve(tokens_.tokens.size());
    for (const Token& token : tokens_.tokens) {
      const std::uint32_t begin = size();
      write_token(token);
      places_.push_back({begin, size()});
      after_nothing_ = token.kind == TokenKind::nothing;
    }
    for (const TokenSpan& span : tokens_.spans) add_span(span);
    while (!result_.text.empty() && (result_.text.back() == ' ' || result_.text.back() == '\n' ||
                                     result_.text.back() == '\t')) {
      result_.text.pop_back();
    }
    std::erase_if(result_.runs, [&](const TextRun& run) { return run.text >= size(); });
    nest_marks(result_.marks, size());
    clamp_marks(result_.displayed, size());
    // One run is a piece of text that is in NFC already.
    if (result_.runs.size() > 1 && may_compose_ && !text::is_nfc(result_.text)) compose();
    return std::move(result_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(result_.text.size()); }

  void write_token(const Token& token) {
    switch (token.kind) {
      case TokenKind::text:
        return write_text(token.begin, token.end);
      case TokenKind::decoded:
        return write_string(tokens_.strings[token.value], token.begin);
      case TokenKind::soft_break:
        if (!result_.text.empty() && !ends_with_space()) write_string(" ", token.begin);
        return;
      case TokenKind::hard_break:
      case TokenKind::line_end:
        return write_line_end(token.begin);
      case TokenKind::code:
        return write_leaf(token, MarkType::code);
      case TokenKind::math:
        return write_leaf(token, MarkType::math);
      case TokenKind::delimiter:
        return write_text(token.begin + token.left, token.end - token.right);
      case TokenKind::bracket:
        if (!token.dead) write_text(token.begin, token.end);
        return;
      case TokenKind::close:
        return write_title(token);
      case TokenKind::link_text:
        return write_link_text(token);
      case TokenKind::image:
        return write_image(token);
      case TokenKind::stand_in:
        return write_stand_in(token);
      case TokenKind::footnote:
        return write_footnote(token);
      case TokenKind::nothing:
        return;
    }
  }

  bool ends_with_space() const {
    return result_.text.ends_with(' ') || result_.text.ends_with('\n');
  }

  /// Declares that text from here on comes from `content` on.
  void start_run(std::uint32_t content, bool foreign = false) {
    if (!result_.runs.empty() && !foreign) {
      const TextRun& last = result_.runs.back();
      if (!last.foreign && last.content + (size() - last.text) == content) return;
    }
    if (!result_.runs.empty() && result_.runs.back().text == size()) result_.runs.pop_back();
    result_.runs.push_back({size(), content, foreign});
  }

  /// Adds a piece of text in NFC, which is not empty.
  void append(std::string_view piece) {
    look_at_joint(piece);
    result_.text.append(piece);
  }

  /// Only what a piece begins with can combine with the text before it.
  void look_at_joint(std::string_view piece) {
    std::size_t at = 0;
    const char32_t first = text::next_code_point(piece, at);
    if (!text::is_hangul_syllable(first) && !text::is_inert_in_nfc(first)) may_compose_ = true;
  }

  void write_text(std::uint32_t begin, std::uint32_t end) {
    const bool drop_space = result_.text.empty() || (after_nothing_ && ends_with_space());
    while (drop_space && begin < end && (content_[begin] == ' ' || content_[begin] == '\t'))
      ++begin;
    if (begin >= end) return;
    if (fold_spaces_) return write_folded(begin, end);
    start_run(begin);
    append(content_.substr(begin, end - begin));
  }

  void write_folded(std::uint32_t begin, std::uint32_t end) {
    look_at_joint(content_.substr(begin, end - begin));
    for (std::uint32_t at = begin; at < end; ++at) {
      const bool space = content_[at] == ' ' || content_[at] == '\t';
      if (space && (result_.text.empty() || ends_with_space())) continue;
      start_run(at);
      result_.text += space ? ' ' : content_[at];
    }
  }

  void write_string(std::string_view text, std::uint32_t content) {
    if (text.empty()) return;
    start_run(content);
    append(text);
  }

  void write_line_end(std::uint32_t content) {
    if (result_.text.empty() || result_.text.ends_with('\n')) return;
    if (result_.text.ends_with(' ')) {
      result_.text.back() = '\n';
    } else {
      write_string("\n", content);
    }
  }

  /// Code or a formula: white space at the ends of a formula and line ends within are spaces.
  void write_leaf(const Token& token, MarkType type) {
    std::uint32_t begin = token.begin;
    std::uint32_t end = token.end;
    const bool displayed = token.kind == TokenKind::math && token.value == 1;
    const auto is_space = [&](std::uint32_t at) {
      return content_[at] == ' ' || content_[at] == '\n' || content_[at] == '\t';
    };
    if (type == MarkType::math) {
      while (begin < end && is_space(begin)) ++begin;
      while (end > begin && is_space(end - 1)) --end;
    }
    const std::uint32_t start = size();
    const std::string_view within = content_.substr(0, end);
    while (begin < end) {
      const auto stop = static_cast<std::uint32_t>(
          std::min<std::size_t>(within.find_first_of("\n\x01", begin), end));
      if (stop > begin) {
        start_run(begin);
        append(content_.substr(begin, stop - begin));
      }
      if (stop < end && content_[stop] == '\n' && !(displayed && result_.text.ends_with('\n'))) {
        write_string(displayed ? "\n" : " ", stop);
      }
      begin = stop + 1;
    }
    auto& marks = displayed ? result_.displayed : result_.marks;
    if (size() > start) marks.push_back({type, start, size(), {}});
  }

  void write_title(const Token& token) {
    const LinkTitle& title = tokens_.titles[token.value];
    if (title.text.empty()) return;
    write_string(" (", token.begin);
    start_run(title.place, title.foreign);
    append(title.text);
    start_run(token.end - 1);
    result_.text += ')';
  }

  void write_link_text(const Token& token) {
    const std::uint32_t start = size();
    write_text(token.begin, token.end);
    add_mark(MarkType::link, start, tokens_.strings[token.value]);
  }

  void write_image(const Token& token) {
    const std::uint32_t start = size();
    write_string(tokens_.strings[token.value], token.begin);
    const std::string& url = tokens_.strings[token.value + 1];
    if (!url.empty()) add_mark(MarkType::image, start, url);
  }

  /// An image without alternative text, or a link without any, would be gone.
  void write_stand_in(const Token& token) {
    const std::string_view since = std::string_view(result_.text).substr(places_[token.begin].end);
    if (is_blank(since)) write_string(tokens_.strings[token.value], token.end);
  }

  void write_footnote(const Token& token) {
    const std::uint32_t start = size();
    write_string("[", token.begin - 2);
    write_text(token.begin, token.end);
    write_string("]", token.end);
    add_mark(MarkType::footnote, start, "#fn-" + tokens_.strings[token.value]);
  }

  void add_mark(MarkType type, std::uint32_t start, std::string url) {
    if (size() > start) result_.marks.push_back({type, start, size(), std::move(url)});
  }

  void add_span(const TokenSpan& span) {
    if (span.close >= places_.size() || span.open >= span.close) return;
    const std::uint32_t start = places_[span.open].end;
    const std::uint32_t end = places_[span.close].begin;
    if (start >= end) return;
    std::string url = span.url == 0xFFFFFFFF ? std::string() : tokens_.strings[span.url];
    result_.marks.push_back({span.type, start, end, std::move(url)});
  }

  /// Markup that is gone can leave a letter beside a combining mark: UAX #15 once more.
  void compose() {
    text::OffsetMap map;
    result_.text = text::to_nfc(result_.text, &map);
    const auto to_new = [&](std::uint32_t old_offset) {
      const auto& edits = map.edits();
      // The first edit at an offset ends what stands before it.
      const auto next = std::lower_bound(
          edits.begin(), edits.end(), old_offset,
          [](const text::OffsetEdit& edit, std::uint32_t at) { return edit.old_offset < at; });
      const text::OffsetEdit edit = next == edits.begin() ? text::OffsetEdit{0, 0} : *(next - 1);
      const std::uint32_t offset = edit.new_offset + (old_offset - edit.old_offset);
      const std::uint32_t most = next == edits.end() ? size() : next->new_offset;
      return std::min(offset, most);
    };
    for (auto* marks : {&result_.marks, &result_.displayed}) {
      for (Mark& mark : *marks) {
        mark.start = to_new(mark.start);
        mark.end = to_new(mark.end);
      }
      std::erase_if(*marks, [](const Mark& mark) { return mark.start >= mark.end; });
    }
    for (TextRun& run : result_.runs) run.text = to_new(run.text);
  }

  /// Where the text of a token begins and ends.
  struct Place {
    std::uint32_t begin;
    std::uint32_t end;
  };

  std::string_view content_;
  const InlineTokens& tokens_;
  bool fold_spaces_;
  bool after_nothing_ = false;
  InlineText result_;
  bool may_compose_ = false;   ///< a piece of the text begins with what may combine
  std::vector<Place> places_;  ///< by token
};

}  // namespace

InlineText write_inlines(std::string_view content, const InlineTokens& tokens, bool fold_spaces) {
  return InlineWriter(content, tokens, fold_spaces).write();
}

}  // namespace galpi::ingest
