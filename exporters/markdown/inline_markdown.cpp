#include "inline_markdown.hpp"

#include <algorithm>

#include "atoms.hpp"
#include "emphasis.hpp"
#include "galpi/markup/escape.hpp"

namespace galpi::exporters::markdown {
namespace {

using model::MarkType;

struct Delimiters {
  std::string_view run;
  std::string_view open_tag;
  std::string_view close_tag;
};

Delimiters delimiters_of(MarkType type) {
  switch (type) {
    case MarkType::strong:
      return {"**", "<strong>", "</strong>"};
    case MarkType::strikethrough:
      return {"~~", "<del>", "</del>"};
    case MarkType::emphasis:
    case MarkType::code:
    case MarkType::math:
    case MarkType::link:
    case MarkType::image:
    case MarkType::footnote:
    case MarkType::superscript:
    case MarkType::subscript:
      break;
  }
  return {"*", "<em>", "</em>"};
}

class RowWriter {
 public:
  RowWriter(const InlineTokens& row, InlinePlace place, InlineRest rest)
      : row_(row),
        place_(place),
        rest_(rest),
        choice_(choose_emphasis(row, place == InlinePlace::cell)) {
    const bool has_strikethrough =
        std::ranges::find(row.marks, MarkType::strikethrough) != row.marks.end();
    lone_tilde_ = row.tildes == 1 && rest == InlineRest::nothing && !has_strikethrough;
  }

  std::string write() {
    for (at_ = 0; at_ < row_.tokens.size(); ++at_) write_token(row_.tokens[at_]);
    out_.erase(out_.find_last_not_of(" \t") + 1);
    return std::move(out_);
  }

 private:
  void write_token(const Token& token) {
    switch (token.kind) {
      case TokenKind::text:
        return write_text(token.content);
      case TokenKind::atom:
        out_ += token.content;
        return;
      case TokenKind::formula:
        return write_formula(token.content);
      case TokenKind::open:
      case TokenKind::close: {
        const Delimiters delimiters = delimiters_of(row_.marks[token.mark]);
        const std::string_view tag =
            token.kind == TokenKind::open ? delimiters.open_tag : delimiters.close_tag;
        out_ += choice_.as_tag[token.mark] ? tag : delimiters.run;
        return;
      }
      case TokenKind::link_open:
        ++links_;
        out_ += token.content;
        return;
      case TokenKind::link_close:
        --links_;
        out_ += token.content;
        return;
      case TokenKind::hard_break:
        return write_break();
    }
  }

  bool at_line_start() const { return out_.empty() || out_.back() == '\n'; }

  void write_text(std::string_view text) {
    const bool is_last = at_ + 1 == row_.tokens.size();
    // A `#` alone would be the closing sequence of its heading.
    const bool is_hashes = text.find_first_not_of("# ") == std::string_view::npos;
    const bool starts_line = place_ == InlinePlace::paragraph ? at_line_start()
                             : place_ == InlinePlace::heading ? out_.empty() && is_hashes
                             : place_ == InlinePlace::cell    ? false
                                                              : !out_.empty() && at_line_start();
    // cmark-gfm looks past a tilde when it judges a delimiter beside it.
    const bool keeps_tilde = lone_tilde_ && !text.starts_with('~') && !text.ends_with('~');
    // `[^1]:` would define the footnote.
    if (text.starts_with(':') && follows_footnote()) out_ += '\\';
    markup::escape_markdown_to(out_, text,
                               {.starts_line = starts_line,
                                .ends_block = is_last && rest_ != InlineRest::markup,
                                .in_link = links_ > 0,
                                .lone_tilde = keeps_tilde});
  }

  bool follows_footnote() const {
    return at_ > 0 && row_.tokens[at_ - 1].kind == TokenKind::atom &&
           row_.tokens[at_ - 1].content.starts_with("[^");
  }

  void write_formula(std::string_view tex) {
    FormulaStyle style = formula_style(tex, next_character());
    if (choice_.backtick_style[at_] && !tex.contains("`$")) style = FormulaStyle::backtick;
    out_ += inline_formula(tex, style, place_ == InlinePlace::cell);
  }

  char next_character() const {
    if (at_ + 1 >= row_.tokens.size()) return '\n';
    const Token& next = row_.tokens[at_ + 1];
    if (next.kind == TokenKind::formula) return '$';
    return next.kind == TokenKind::text ? next.content[0] : '\n';
  }

  /// Two spaces are the hard break all readers know, kramdown included; an empty line would end the
  /// paragraph, so further breaks are tags.
  void write_break() {
    if (place_ == InlinePlace::heading) {
      out_ += ' ';
    } else if (place_ == InlinePlace::cell || next_is_break()) {
      out_ += "<br>";
    } else {
      out_ += "  \n";
    }
  }

  bool next_is_break() const {
    return at_ + 1 < row_.tokens.size() && row_.tokens[at_ + 1].kind == TokenKind::hard_break;
  }

  const InlineTokens& row_;
  InlinePlace place_;
  InlineRest rest_;
  EmphasisChoice choice_;
  std::string out_;
  std::size_t at_ = 0;
  unsigned links_ = 0;
  bool lone_tilde_ = false;
};

}  // namespace

std::string write_inlines(const InlineSource& source, InlinePlace place, InlineRest rest) {
  return RowWriter(read_tokens(source), place, rest).write();
}

std::string write_block_text(const model::Block& block, const Footnotes& footnotes,
                             InlinePlace place, InlineRest rest) {
  const auto size = static_cast<std::uint32_t>(block.text.size());
  return write_inlines(
      {block.text, block.marks, {}, 0, size, footnotes, place == InlinePlace::cell}, place, rest);
}

std::string write_plain(std::string_view text, InlinePlace place) {
  model::Block block;
  block.text = text;
  std::ranges::replace(block.text, '\n', ' ');
  return write_block_text(block, Footnotes(), place);
}

}  // namespace galpi::exporters::markdown
