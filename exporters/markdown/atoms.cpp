#include "atoms.hpp"

#include <algorithm>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::markdown {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Hangul outside braces after a digit at the start: readers take `$5짜리 … 7$` for money.
bool looks_like_money(std::string_view tex) {
  if (!is_digit(tex[0])) return false;
  int depth = 0;
  for (std::size_t i = 0; i < tex.size();) {
    const char32_t c = text::next_code_point(tex, i);
    if (c == '{') ++depth;
    if (c == '}') --depth;
    if (depth <= 0 && text::is_hangul(c)) return true;
  }
  return false;
}

bool has_bare_dollar(std::string_view tex) {
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (tex[i] == '\\') {
      ++i;
    } else if (tex[i] == '$') {
      return true;
    }
  }
  return false;
}

/// `<b …>`: cmark would take it for a tag, and the rest of the formula for its content.
bool has_tag(std::string_view tex) {
  for (std::size_t i = tex.find('<'); i != std::string_view::npos; i = tex.find('<', i + 1)) {
    const bool opens = i + 1 < tex.size() &&
                       (is_letter(tex[i + 1]) || std::string_view("/!?").contains(tex[i + 1]));
    if (opens) return true;
  }
  return false;
}

/// Bars in TeX for readers that split table cells before they look for formulas.
std::string without_bars(std::string_view tex) {
  std::string plain;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (tex[i] == '|') {
      plain += "\\vert ";
    } else if (tex.substr(i).starts_with("\\|")) {
      plain += "\\Vert ";
      ++i;
    } else if (tex[i] == '\\' && i + 1 < tex.size()) {
      plain.append(tex.substr(i++, 2));
    } else {
      plain += tex[i];
    }
  }
  while (plain.ends_with(' ') && !tex.ends_with(' ')) plain.pop_back();
  return plain;
}

}  // namespace

std::size_t longest_run(std::string_view text, char c) {
  std::size_t longest = 0;
  for (std::size_t at = text.find(c); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_not_of(c, at), text.size());
    longest = std::max(longest, end - at);
    at = text.find(c, end);
  }
  return longest;
}

std::string code_span(std::string_view code, bool in_cell) {
  if (code.empty()) return {};
  std::string inner;
  for (const char c : code) {
    if (c == '|' && in_cell) inner += '\\';  // taken out again with the cells (GFM, tables)
    inner += c == '\n' ? ' ' : c;
  }
  const bool blank = inner.find_first_not_of(' ') == std::string::npos;
  const bool padded = inner.front() == ' ' && inner.back() == ' ' && !blank;
  if (padded || inner.front() == '`' || inner.back() == '`') inner = " " + inner + " ";
  // Any length that does not occur will do; the shortest is the nicest to read.
  std::size_t length = 1;
  for (std::size_t at = 0; at < inner.size();) {
    const std::size_t begin = inner.find(std::string(length, '`'), at);
    if (begin == std::string::npos) break;
    const std::size_t end = std::min(inner.find_first_not_of('`', begin), inner.size());
    if (end - begin == length) {
      ++length;
      at = 0;
    } else {
      at = end;
    }
  }
  const std::string fence(length, '`');
  return fence + inner + fence;
}

FormulaStyle formula_style(std::string_view tex, char next) {
  if (tex.contains("`$")) return FormulaStyle::dollars;
  const bool safe = !tex.empty() && !is_space(tex.front()) && !is_space(tex.back()) &&
                    !tex.ends_with('\\') && tex[0] != '`' && !tex.contains('`') &&
                    !tex.contains("](") && !is_digit(next) && next != '$' &&
                    !has_bare_dollar(tex) && !has_tag(tex) && !looks_like_money(tex);
  return safe ? FormulaStyle::dollars : FormulaStyle::backtick;
}

std::string inline_formula(std::string_view tex, FormulaStyle style, bool in_cell) {
  const std::string inner = in_cell ? without_bars(tex) : std::string(tex);
  return style == FormulaStyle::dollars ? "$" + inner + "$" : "$`" + inner + "`$";
}

bool is_autolink(std::string_view shown, std::string_view url, bool in_cell) {
  const bool is_email = url.starts_with("mailto:") && url.substr(7) == shown;
  if (!is_email && shown != url) return false;
  const bool plain = std::ranges::all_of(shown, [&](char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7F &&
           !std::string_view("<>\\`$").contains(c) && !(in_cell && c == '|');
  });
  const bool has_reference = shown.contains('&') && shown.contains(';');
  if (!plain || has_reference || shown.contains("{{") || shown.contains("{%")) return false;
  if (!is_email) return url.starts_with("http://") || url.starts_with("https://");
  const std::size_t at = shown.find('@');
  return at != 0 && at != std::string_view::npos && is_letter(shown.back()) &&
         std::ranges::all_of(shown,
                             [](char c) {
                               return is_letter(c) || is_digit(c) ||
                                      std::string_view(".-_@").contains(c);
                             }) &&
         shown.find('@', at + 1) == std::string_view::npos && !shown.contains("..") &&
         is_letter(shown[at + 1]);
}

bool is_footnote_label(std::string_view label) {
  return !label.empty() && std::ranges::all_of(label, [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && !std::string_view("[]\\`|^<>{}$*").contains(c);
  });
}

}  // namespace galpi::exporters::markdown
