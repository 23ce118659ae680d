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
    const std::size_t start = i;
    const char32_t c = text::next_code_point(text, i);
    if (c >= 'A' && c <= 'Z') {
      key += static_cast<char>(c - 'A' + 'a');
    } else if (text::is_letter_or_digit(c)) {
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

std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool pending = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    if (text::is_space(text::next_code_point(text, i))) {
      pending = !result.empty();
      continue;
    }
    if (pending) result += ' ';
    pending = false;
    result.append(text, start, i - start);
  }
  return result;
}

}  // namespace galpi::normalize
