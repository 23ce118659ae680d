#include "escape_markdown.hpp"

#include <algorithm>
#include <array>

#include "galpi/text/utf8.hpp"

namespace galpi::markup {
namespace {

using Byte = unsigned char;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Bytes that may need an escape somewhere.
constexpr std::array<bool, 256> special = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("\\`*_[]<>&|~#+-=!:$@.){%^")) {
    table[static_cast<Byte>(c)] = true;
  }
  return table;
}();

/// `&name;`, `&#1;`, `&#x1;`, or the beginning of one that the text breaks off in.
bool starts_entity(std::string_view text, bool may_go_on) {
  std::size_t end = text.starts_with("&#") ? 2 : 1;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  return end == text.size() ? may_go_on : text[end] == ';' && end > 1;
}

/// Decides on the characters of one piece of text, by what stands around them.
class TextEscaper {
 public:
  TextEscaper(std::string& target, std::string_view text, MarkdownPlace place)
      : target_(target), text_(text), place_(place) {}

  void run() {
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!special[static_cast<Byte>(text_[i])]) continue;
      if (const std::string_view substitute = substitute_for(i); !substitute.empty()) {
        target_.append(text_, copied, i - copied).append(substitute);
        copied = i + 1;
      } else if (needs_backslash(i)) {
        target_.append(text_, copied, i - copied) += '\\';
        copied = i;
      }
    }
    target_.append(text_, copied, text_.size() - copied);
  }

 private:
  /// '\0' stands for "unknown": the piece ends here.
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  char before(std::size_t i) const { return i > 0 ? text_[i - 1] : '\0'; }

  /// Only white space between `i` and the start of its line, or of the piece.
  bool at_line_start(std::size_t i) const {
    while (i > 0 && (text_[i - 1] == ' ' || text_[i - 1] == '\t')) --i;
    return i == 0 ? place_.starts_line : text_[i - 1] == '\n';
  }
  /// The last character, and something may come after it.
  bool is_open_end(std::size_t i) const { return i + 1 == text_.size() && !place_.ends_block; }
  bool ends_word(std::size_t i) const { return i >= text_.size() || is_blank(text_[i]); }
  std::size_t skip(std::size_t i, char c) const {
    while (i < text_.size() && text_[i] == c) ++i;
    return i;
  }

  /// What is written for a character that a backslash does not make safe.
  std::string_view substitute_for(std::size_t i) const {
    // cmark-gfm looks for addresses after it has resolved escapes and references, so only a node
    // between the two halves keeps them apart; the backslash is for readers that drop comments.
    if (text_[i] == '@' && starts_email_domain(i)) return "\\@<!-- -->";
    // `\(` opens a formula in kramdown, and `\[ … \]` is one in TeX: no closing bracket is ever
    // written with a backslash.
    if (text_[i] == '\\' && at(i + 1) == '(') return "&#92;";
    if (text_[i] == ']' && place_.in_link) return "&#93;";
    return {};
  }

  bool needs_backslash(std::size_t i) const {
    const char c = text_[i];
    switch (c) {
      case '\\':
      case '`':
      case '*':
      case '[':
      case '|':
      case '$':
        return true;
      case '_':
        return !between_letters(i);
      case '~':
        return !place_.lone_tilde && !(is_blank(before(i)) && is_blank(at(i + 1)));
      case '<':
        return is_open_end(i) || is_letter(at(i + 1)) ||
               std::string_view("/!?").contains(at(i + 1));
      case '&':
        return starts_entity(text_.substr(i), !place_.ends_block);
      case '^':  // a footnote, if this is the text of a link
        return i == 0 && place_.in_link;
      case '!':  // an image, if a link comes next
        return is_open_end(i);
      case '{':
        // kramdown's attribute lists; `{#id}` and `{.class}` only at the end of a heading.
        return is_open_end(i) || before(i) == '{' || std::string_view(":#.").contains(at(i + 1));
      case '%':  // Liquid knows no escapes: the two characters must not touch
        return before(i) == '{';
      case ':':
        return starts_address(i) || (at_line_start(i) && (ends_word(i + 1) || at(i + 1) == '-'));
      case '.':
        return starts_www(i) || ends_list_number(i);
      case ')':
        return ends_list_number(i);
      default:
        return needs_backslash_at_edge(i);
    }
  }

  /// Characters that mean something only at the start of a line, `#` also at its end.
  bool needs_backslash_at_edge(std::size_t i) const {
    switch (text_[i]) {
      case '>':
        return at_line_start(i);
      case '+':
        return at_line_start(i) && ends_word(i + 1);
      case '-':
      case '=': {
        const std::size_t end = skip(i, text_[i]);
        return at_line_start(i) && (ends_word(end) || at(end) == ':');
      }
      case '#': {
        const bool opens = at_line_start(i);
        const bool closes = before(i) == ' ' || before(i) == '\t';
        const std::size_t end = skip(i, '#');
        // kramdown wants no space behind it, and authors write `#1. [Title](…)`.
        return ((opens || closes) && ends_word(end)) || (opens && is_digit(at(end)));
      }
      default:
        return false;
    }
  }

  /// `snake_case` is no emphasis (CommonMark §6.2), but only letters on both sides make it sure.
  bool between_letters(std::size_t i) const {
    if (i == 0 || i + 1 >= text_.size()) return false;
    std::size_t left = i;
    std::size_t right = i + 1;
    return text::is_letter_or_digit(text::previous_code_point(text_, left)) &&
           text::is_letter_or_digit(text::next_code_point(text_, right));
  }

  /// The colon of `http://` and its like, before which cmark-gfm's autolinks look back for a name.
  bool starts_address(std::size_t i) const { return at(i + 1) == '/' && at(i + 2) == '/'; }

  bool starts_www(std::size_t i) const { return i >= 3 && text_.substr(i - 3, 3) == "www"; }

  bool ends_list_number(std::size_t i) const {
    std::size_t start = i;
    while (start > 0 && is_digit(text_[start - 1])) --start;
    return start < i && i - start <= 9 && at_line_start(start) && ends_word(i + 1);
  }

  /// `a@b.c`; `recall@10` is none.
  bool starts_email_domain(std::size_t i) const {
    if (text_[i] != '@' || i == 0) return false;
    const auto in_name = [](char c) {
      return is_letter(c) || is_digit(c) || c == '.' || c == '+' || c == '-' || c == '_';
    };
    if (!in_name(before(i))) return false;
    std::size_t dot = i + 1;
    while (in_name(at(dot)) && at(dot) != '.') ++dot;
    return at(dot) == '.' && in_name(at(dot + 1));
  }

  std::string& target_;
  std::string_view text_;
  MarkdownPlace place_;
};

bool needs_angle_brackets(std::string_view url) {
  return url.empty() || std::ranges::any_of(url, [](char c) {
           return static_cast<Byte>(c) <= 0x20 || c == '\x7F' || c == '(' || c == ')' || c == '<' ||
                  c == '>';
         });
}

}  // namespace

void escape_markdown_text(std::string& target, std::string_view text, MarkdownPlace place) {
  TextEscaper(target, text, place).run();
}

void escape_markdown_url(std::string& target, std::string_view url) {
  const bool bracketed = needs_angle_brackets(url);
  if (bracketed) target += '<';
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    if (c == '\n' || c == '\r') {
      target += c == '\n' ? "%0A" : "%0D";  // no destination spans lines
      continue;
    }
    if (c == '&') {
      // cmark resolves references in destinations before it looks at backslashes.
      target += starts_entity(url.substr(i), false) ? "&amp;" : "&";
      continue;
    }
    const bool liquid = i > 0 && url[i - 1] == '{' && (c == '{' || c == '%');
    if (liquid || std::string_view("\\<>|$`").contains(c)) target += '\\';
    target += c;
  }
  if (bracketed) target += '>';
}

}  // namespace galpi::markup
