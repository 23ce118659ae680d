#include "keys.hpp"

#include <algorithm>

namespace galpi::normalize {

bool is_numeral(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19) || (c >= 0x2160 && c <= 0x2188) ||
         (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793);
}

std::string key_of(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      const char c = text[i++];
      const bool upper = c >= 'A' && c <= 'Z';
      if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        key += upper ? static_cast<char>(c - 'A' + 'a') : c;
      }
      continue;
    }
    const std::size_t start = i;
    const char32_t c = text::next_code_point(text, i);
    if (text::is_hangul_syllable(c) || text::is_letter_or_digit(c)) {
      key.append(text, start, i - start);
    }
  }
  return key;
}

bool has_no_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text::is_letter_or_digit(text::next_code_point(text, i))) return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    std::size_t i = 0;
    if (!text::is_space(text::next_code_point(text, i))) break;
    text.remove_prefix(i);
  }
  while (!text.empty()) {
    std::size_t i = text.size();
    if (!text::is_space(text::previous_code_point(text, i))) break;
    text = text.substr(0, i);
  }
  return text;
}

namespace {

/// Whether a white space character may begin with `byte`: control characters, spaces, or one of
/// Unicode's other spaces (U+00A0, U+1680, U+2000 …, U+3000).
bool may_begin_space(unsigned char byte) {
  return byte <= 0x20 || byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3);
}

/// Whether there may be white space that folding would change.
bool may_need_folding(std::string_view text) {
  bool after_space = true;  // a space at the start goes
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (may_begin_space(byte) && (byte != ' ' || after_space)) return true;
    after_space = byte == ' ';
  }
  return after_space;
}

}  // namespace

std::string folded(std::string_view text) {
  if (!text.empty() && !may_need_folding(text)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  bool pending = false;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t next = i;
    if (may_begin_space(static_cast<unsigned char>(text[i])) &&
        text::is_space(text::next_code_point(text, next))) {
      pending = !result.empty();
      i = next;
      continue;
    }
    if (pending) result += ' ';
    pending = false;
    result += text[i++];  // the other bytes of a character begin no space
  }
  return result;
}

}  // namespace galpi::normalize
