#include "inline_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "autolinks.hpp"
#include "code_spans.hpp"
#include "delimiters.hpp"
#include "galpi/markup/escape.hpp"
#include "galpi/text/byte_search.hpp"
#include "galpi/text/utf8.hpp"
#include "html_inlines.hpp"
#include "link_reader.hpp"
#include "mask.hpp"
#include "math_scan.hpp"
#include "template_tags.hpp"

namespace galpi::ingest {
namespace {

using model::MarkType;

/// Longer runs are ornaments, not emphasis.
constexpr std::uint32_t longest_run = 1000;

// The last character of each is the guard.
constexpr text::ByteSet prose_bytes = text::make_byte_set("\n\\`*_~[]!<&${\x01");
constexpr text::ByteSet prose_bytes_with_links = text::make_byte_set("\n\\`*_~[]!<&${:@w\x01");
constexpr text::ByteSet html_bytes = text::make_byte_set("\n<&\x01");

using FindSpecial = std::size_t (*)(std::string_view text, std::size_t at);

bool may_have_bare_link(std::string_view content) {
  return content.contains("://") || content.contains('@') || content.contains("www.");
}

FindSpecial finder_for(std::string_view content, InlineMode mode) {
  const bool is_html = mode == InlineMode::html || mode == InlineMode::preformatted;
  if (is_html) return text::find_byte<html_bytes>;
  if (may_have_bare_link(content)) return text::find_byte<prose_bytes_with_links>;
  return text::find_byte<prose_bytes>;
}

std::string_view trim_end(std::string_view content) {
  while (content.ends_with('\n') || content.ends_with(' ')) content.remove_suffix(1);
  return content;
}

/// Whether trimmed `content` is its own text.
bool is_plain(std::string_view content, FindSpecial find_special, InlineMode mode) {
  const bool is_html = mode == InlineMode::html || mode == InlineMode::preformatted;
  return !is_html && !content.starts_with(' ') && !content.starts_with('\t') &&
         find_special(content, 0) == content.size();
}

class InlineReader {
 public:
  InlineReader(std::string_view content, const ContentMap& map, InlineMode mode,
               FindSpecial find_special, InlineContext& context)
      : content_(content),
        map_(map),
        mode_(mode),
        context_(context),
        is_html_(mode == InlineMode::html || mode == InlineMode::preformatted),
        find_special_(find_special),
        math_(content),
        code_(content),
        tags_(content),
        html_(content, map, result_, context),
        links_(content, map, result_, delimiters_, repaired_, context) {}

  InlineText read() {
    const auto size = static_cast<std::uint32_t>(content_.size());
    for (;;) {
      at_ = static_cast<std::uint32_t>(find_special_(content_, at_));
      if (at_ >= size) break;
      const std::uint32_t before = at_;
      step(content_[at_]);
      if (at_ == before) ++at_;  // nothing special after all: text
    }
    flush(size);
    delimiters_.process(Delimiters::none, result_, repaired_);
    report_repairs();
    return write_inlines(content_, result_, mode_ == InlineMode::html);
  }

 private:
  /// Makes a token of the text up to `end`, if there is any.
  void flush(std::uint32_t end) {
    if (end > text_from_) result_.add(TokenKind::text, text_from_, end);
  }
  /// Goes on at `next` after a token.
  void take(std::uint32_t next) {
    at_ = next;
    text_from_ = next;
  }

  void step(char c) {
    switch (c) {
      case '\n':
        return line_end();
      case '\\':
        return backslash();
      case '`':
        return code_span();
      case '*':
      case '_':
      case '~':
        return delimiter_run(c);
      case '!':
        return exclamation();
      case '[':
        flush(at_);
        links_.open(result_.add(TokenKind::bracket, at_, at_ + 1), false);
        return take(at_ + 1);
      case ']':
        return close_bracket();
      case '<':
        return angle();
      case '&':
        return reference();
      case '$':
        return formula();
      case '{':
        return template_tag();
      case ':':
      case '@':
      case 'w':
        return bare_link();
      default:  // a guard
        flush(at_);
        return take(at_ + 1);
    }
  }

  void line_end() {
    if (mode_ == InlineMode::preformatted) return;
    std::uint32_t end = at_;
    while (end > text_from_ && (content_[end - 1] == ' ' || content_[end - 1] == '\t')) --end;
    const bool hard =
        !is_html_ && at_ - end >= 2 && content_[at_ - 1] == ' ' && content_[at_ - 2] == ' ';
    flush(end);
    result_.add(hard ? TokenKind::hard_break : TokenKind::soft_break, at_, at_ + 1);
    std::uint32_t next = at_ + 1;
    while (next < content_.size() && (content_[next] == ' ' || content_[next] == '\t')) ++next;
    take(next);
  }

  void backslash() {
    if (formula_at(at_)) return;
    const std::uint32_t next = at_ + 1;
    if (next >= content_.size()) return;
    if (content_[next] == '\n') {
      flush(at_);
      result_.add(TokenKind::hard_break, next, next + 1);
      std::uint32_t after = next + 1;
      while (after < content_.size() && content_[after] == ' ') ++after;
      return take(after);
    }
    if (!is_ascii_punctuation(content_[next])) return;
    flush(at_);
    result_.add(TokenKind::text, next, next + 1);
    take(next + 1);
  }

  void code_span() {
    const CodeSpan span = code_.find(at_);
    if (!span.found) {
      at_ = span.end;  // the run is text
      return;
    }
    flush(at_);
    result_.add(TokenKind::code, span.inner_begin, span.inner_end);
    take(span.end);
  }

  void delimiter_run(char c) {
    const auto end =
        static_cast<std::uint32_t>(std::min(content_.find_first_not_of(c, at_), content_.size()));
    const std::uint32_t length = end - at_;
    if (length > longest_run || (c == '~' && length != 2)) {
      at_ = end;
      return;
    }
    flush(at_);
    const RunKind kind = judge_run(content_, at_, end);
    const std::uint32_t token = result_.add(TokenKind::delimiter, at_, end);
    if (kind.can_open || kind.can_close) delimiters_.push(token, c, length, kind);
    take(end);
  }

  void exclamation() {
    if (at_ + 1 >= content_.size() || content_[at_ + 1] != '[') return;
    flush(at_);
    links_.open(result_.add(TokenKind::bracket, at_, at_ + 2), true);
    take(at_ + 2);
  }

  void close_bracket() {
    flush(at_);
    text_from_ = at_;
    const std::uint32_t next = links_.close(at_);
    if (next > at_) take(next);
  }

  void angle() {
    const std::uint32_t next = html_.read(at_, [&] { flush(at_); });
    if (next > at_) take(next);
  }

  void reference() {
    std::string decoded;
    const std::size_t length = context_.entities.decode(content_.substr(at_), decoded);
    if (length == 0) return;
    const auto end = at_ + static_cast<std::uint32_t>(length);
    std::string clean = clean_value(decoded);
    if (clean.empty() && !decoded.empty()) {
      report(DiagnosticCode::invisible_character, at_, end,
             "a reference to a character that is not allowed was left out");
    }
    flush(at_);
    if (clean == "\n") clean = " ";
    result_.add(TokenKind::decoded, at_, end, result_.add_string(std::move(clean)));
    take(end);
  }

  void formula() {
    if (formula_at(at_)) return;
    if (content_.substr(at_).starts_with("$$")) at_ += 2;
  }

  bool formula_at(std::uint32_t at) {
    const auto span = math_.find(at);
    if (!span) return false;
    flush(at);
    result_.add(TokenKind::math, static_cast<std::uint32_t>(span->inner_begin),
                static_cast<std::uint32_t>(span->inner_end), span->displayed ? 1 : 0);
    take(static_cast<std::uint32_t>(span->end));
    return true;
  }

  void template_tag() {
    const auto tag = tags_.find(at_, mode_ == InlineMode::heading);
    if (!tag) return;
    flush(at_);
    const std::string_view shown = content_.substr(at_, tag->end - at_);
    report(tag->code, at_, tag->end,
           fmt::format("`{}` was left out", quote_for_message(shown, 30)));
    result_.add(TokenKind::nothing, at_, tag->end);
    take(tag->end);
  }

  void bare_link() {
    const auto link = find_bare_link(content_, at_, text_from_, links_.inside());
    if (!link) return;
    flush(link->begin);
    add_bare_link(content_, *link, context_.entities, result_);
    take(link->end);
  }

  void report(DiagnosticCode code, std::uint32_t begin, std::uint32_t end, std::string message) {
    context_.reporter.report(code, map_.to_clean(begin).offset, map_.to_clean(end).offset,
                             std::move(message));
  }

  void report_repairs() {
    std::ranges::sort(repaired_);
    for (const std::uint32_t token : repaired_) {
      const Token& run = result_.tokens[token];
      report(
          DiagnosticCode::emphasis_repaired, run.begin, run.end,
          "CommonMark would not take these marks for emphasis next to Hangul; taken all the same");
    }
  }

  std::string_view content_;
  const ContentMap& map_;
  InlineMode mode_;
  InlineContext& context_;
  bool is_html_;
  FindSpecial find_special_;
  std::uint32_t at_ = 0;
  std::uint32_t text_from_ = 0;  ///< text before at_ that has no token yet begins here
  InlineTokens result_;
  Delimiters delimiters_;
  std::vector<std::uint32_t> repaired_;
  MathScanner math_;
  CodeSpanFinder code_;
  TemplateTagFinder tags_;
  HtmlInlines html_;
  LinkReader links_;
};

}  // namespace

InlineText read_inlines(std::string_view content, const ContentMap& map, InlineMode mode,
                        InlineContext& context) {
  content = trim_end(content);
  const FindSpecial find_special = finder_for(content, mode);
  if (is_plain(content, find_special, mode)) return {std::string(content), {}, {}, {}};
  return InlineReader(content, map, mode, find_special, context).read();
}

InlineText read_inlines(std::string&& content, const ContentMap& map, InlineMode mode,
                        InlineContext& context) {
  content.resize(trim_end(content).size());
  const FindSpecial find_special = finder_for(content, mode);
  if (is_plain(content, find_special, mode)) return {std::move(content), {}, {}, {}};
  return InlineReader(content, map, mode, find_special, context).read();
}

}  // namespace galpi::ingest
