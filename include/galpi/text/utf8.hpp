// UTF-8 as bytes and code points. Every std::string of galpi past ingest is valid UTF-8 in NFC.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galpi::text {

/// A half-open range of bytes of some text.
struct ByteRange {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  auto operator<=>(const ByteRange&) const = default;
};

/// The first byte at or after `at` that is no part of usual text - printable ASCII, tabs, line
/// feeds and Hangul syllables -, or the size of `bytes`. Usual text is well-formed, in NFC whatever
/// of it meets, and has nothing hidden in it: only what stands between needs a closer look.
std::size_t find_unusual(std::string_view bytes, std::size_t at);

/// The length of the well-formed sequence that `bytes`, which are not empty, start with (Unicode
/// 15, table 3-7), or 0.
std::size_t well_formed_length(std::string_view bytes);

/// Byte offset of the first byte that is not part of well-formed UTF-8, or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

/// The code point at byte `offset`, which is moved behind it. Requires valid UTF-8 and
/// offset < size.
inline char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return ++offset, lead;
  char32_t value = 0;
  if (lead < 0xE0) {
    value = ((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU);
    offset += 2;
  } else if (lead < 0xF0) {
    value = ((lead & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
    offset += 3;
  } else {
    value = ((lead & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) |
            (byte(3) & 0x3FU);
    offset += 4;
  }
  return value;
}

/// The code point that ends at byte `offset`, which is moved before it. Requires offset > 0.
char32_t previous_code_point(std::string_view text, std::size_t& offset);

/// Appends `code_point` (a Unicode scalar value) as UTF-8.
void append_code_point(std::string& target, char32_t code_point);

std::size_t count_code_points(std::string_view text);

/// One precomposed Hangul syllable, U+AC00 to U+D7A3.
constexpr bool is_hangul_syllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

/// The final consonant of a syllable in the order of Unicode's jongseong (The Unicode Standard
/// §3.12): 0 when it is open, 8 for ㄹ. Requires is_hangul_syllable(c).
constexpr std::uint32_t final_consonant(char32_t c) { return (c - 0xAC00) % 28; }
inline constexpr std::uint32_t final_rieul = 8;

/// Hangul in any form: syllables, conjoining and compatibility jamo.
bool is_hangul(char32_t c);

/// Letters and digits in the sense of Unicode's general categories L*, M* and N*.
bool is_letter_or_digit(char32_t c);

/// Letters of the Latin script, ASCII and beyond.
bool is_latin_letter(char32_t c);

/// Punctuation and symbols (P*, S*) as CommonMark 0.31 counts them for flanking.
bool is_punctuation(char32_t c);

/// The symbols (S*) among them that are not ASCII: letters to CommonMark before 0.31.
bool is_symbol(char32_t c);

/// Unicode white space, NBSP and U+3000 included.
bool is_space(char32_t c);

/// ASCII only, locale-free.
std::string ascii_lower(std::string_view text);

}  // namespace galpi::text
