#include "escape_latex.hpp"

#include "galpi/text/utf8.hpp"

namespace galpi::markup {
namespace {

/// What stands for one of TeX's own characters (The TeXbook, chapter 7), or nothing. Each ends in
/// `{}` or is a control symbol, so that what follows keeps its spaces.
std::string_view special(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\{";
    case '}':
      return "\\}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '%':
      return "\\%";
    case '_':
      return "\\_";
    case '^':
      return "\\textasciicircum{}";
    case '~':
      return "\\textasciitilde{}";
    default:
      return {};
  }
}

/// Characters that show nothing: joiners, directions, variation selectors, soft hyphens, tags,
/// what is no character at all.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x115F && c <= 0x1160) ||
         (c >= 0x17B4 && c <= 0x17B5) || (c >= 0x180B && c <= 0x180F) ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) ||
         c == 0xFEFF || c == 0xFFA0 || (c >= 0xFFF0 && c <= 0xFFFB) ||
         (c >= 0x1BCA0 && c <= 0x1BCA3) || (c >= 0x1D173 && c <= 0x1D17A) ||
         (c >= 0xE0000 && c <= 0xE0FFF) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

enum class Beyond : unsigned char { macro, itself };

void escape_characters(std::string& target, std::string_view text, Beyond beyond) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t start = offset;
    const char32_t c = text::next_code_point(text, offset);
    const std::string_view bytes = text.substr(start, offset - start);
    if (text::is_space(c)) {
      target += ' ';
    } else if (is_control(c) || is_invisible(c)) {
      continue;
    } else if (c < 0x80) {
      const std::string_view written = special(static_cast<char>(c));
      target += written.empty() ? bytes : written;
    } else if (text::is_hangul_syllable(c) || beyond == Beyond::itself) {
      target += bytes;
    } else {
      target += "\\galpichar{";
      target += bytes;
      target += '}';
    }
  }
}

}  // namespace

void escape_latex_text(std::string& target, std::string_view text) {
  escape_characters(target, text, Beyond::macro);
}

void escape_latex_string(std::string& target, std::string_view text) {
  escape_characters(target, text, Beyond::itself);
}

// `%` and `#` have to be escaped in an argument, and what TeX would read as its own is
// percent-encoded.
void escape_latex_url(std::string& target, std::string_view url) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '#' || c == '&') {
      target += '\\';
      target += c;
    } else if (byte <= 0x20 || byte >= 0x7F || std::string_view("\\{}$^_~\"`<>|").contains(c)) {
      target += "\\%";
      target += digits[byte >> 4U];
      target += digits[byte & 0xFU];
    } else {
      target += c;
    }
  }
}

}  // namespace galpi::markup
