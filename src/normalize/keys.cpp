#include "keys.hpp"

#include <algorithm>
#include <array>

#include "name_key.hpp"

namespace galpi::normalize {
namespace {

/// The ASCII of keys by itself, in lower case; 0 for what keys leave out.
constexpr std::array<char, 0x80> make_key_bytes() {
  std::array<char, 0x80> bytes{};
  for (std::size_t letter = 'a'; letter <= 'z'; ++letter) {
    bytes[letter] = bytes[letter - 'a' + 'A'] = static_cast<char>(letter);
  }
  for (std::size_t digit = '0'; digit <= '9'; ++digit) bytes[digit] = static_cast<char>(digit);
  return bytes;
}
constexpr std::array<char, 0x80> key_bytes = make_key_bytes();

/// Calls `add` for each character of the key of `text` until it returns false.
template <class Add>
void for_each_of_key(std::string_view text, Add add) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      ++i;
      if (key_bytes[byte] != 0 && !add(std::string_view(&key_bytes[byte], 1))) return;
      continue;
    }
    const std::size_t start = i;
    const char32_t c = text::next_code_point(text, i);
    const bool belongs = text::is_hangul_syllable(c) || text::is_letter_or_digit(c);
    if (belongs && !add(text.substr(start, i - start))) return;
  }
}

}  // namespace

bool is_numeral(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19) || (c >= 0x2160 && c <= 0x2188) ||
         (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793);
}

std::string key_of(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  for_each_of_key(text, [&](std::string_view character) {
    key.append(character);
    return true;
  });
  return key;
}

NameKey::NameKey(std::string_view text) {
  std::size_t size = 0;  // by itself: bytes that are written could be those of a member
  for_each_of_key(text, [&](std::string_view character) {
    if (character.size() > longest - size) return false;
    for (const char byte : character) bytes_[size++] = byte;
    return true;
  });
  size_ = size;
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

/// Whether a white space character may begin with a byte: control characters, spaces, or one of
/// Unicode's other spaces (U+00A0, U+1680, U+2000 …, U+3000).
constexpr std::array<bool, 256> make_space_bytes() {
  std::array<bool, 256> bytes{};
  for (std::size_t byte = 0; byte <= 0x20; ++byte) bytes[byte] = true;
  for (const std::size_t byte : {0xC2U, 0xE1U, 0xE2U, 0xE3U}) bytes[byte] = true;
  return bytes;
}
constexpr std::array<bool, 256> space_bytes = make_space_bytes();

bool may_begin_space(char c) { return space_bytes[static_cast<unsigned char>(c)]; }

/// Whether there may be white space that folding would change.
bool may_need_folding(std::string_view text) {
  bool after_space = true;  // a space at the start goes
  for (const char c : text) {
    if (may_begin_space(c) && (c != ' ' || after_space)) return true;
    after_space = c == ' ';
  }
  return after_space;
}

}  // namespace

std::string folded(std::string_view text) {
  if (!text.empty() && !may_need_folding(text)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    std::size_t behind_space = i;
    while (i < text.size()) {
      if (may_begin_space(text[i])) {
        behind_space = i;
        if (text::is_space(text::next_code_point(text, behind_space))) break;
      }
      behind_space = ++i;  // the other bytes of a character begin no space
    }
    if (i > start) {
      if (!result.empty()) result += ' ';
      result.append(text, start, i - start);
    }
    i = behind_space;
  }
  return result;
}

}  // namespace galpi::normalize
