#include "names.hpp"

#include <algorithm>

#include "galpi/text/normalization.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::terms {
namespace {

/// Zero-width characters and bidirectional controls: they would make two names that look the same
/// differ, or show a name in another order than it is (CVE-2021-42574).
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F);
}

bool is_unusable(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFEU) == 0xFFFE ||
         (c >= 0xFDD0 && c <= 0xFDEF);
}

bool is_ascii_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

CleanName clean_name(std::string_view raw) {
  CleanName name;
  bool space = false;
  for (std::size_t offset = 0; offset < raw.size();) {
    const char32_t c = text::next_code_point(raw, offset);
    if (text::is_space(c)) {
      space = !name.text.empty();
    } else if (is_invisible(c)) {
      name.invisible_removed = true;
    } else {
      name.control = name.control || is_unusable(c);
      if (space) name.text += ' ';
      space = false;
      text::append_code_point(name.text, c);
    }
  }
  if (!text::is_nfc(name.text)) name.text = text::to_nfc(name.text);
  return name;
}

std::string slug_of(std::string_view english) {
  std::string slug;
  for (const char c : text::ascii_lower(english)) {
    if (is_ascii_alphanumeric(c)) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  slug.resize(std::min<std::size_t>(slug.size(), 60));
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "concept" : slug;
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= 80 && std::ranges::all_of(id, [](char c) {
    return is_ascii_alphanumeric(c) || c == '-' || c == '_' || c == '.';
  });
}

}  // namespace galpi::terms
