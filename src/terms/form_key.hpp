// The key of a written form: what stays the same however the form is spaced, hyphenated and cased.
// Glossary checks and the matcher agree on it, and the matcher folds running text by the same rules
// as it walks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "galpi/text/utf8.hpp"

namespace galpi::terms {

enum class SymbolClass : std::uint8_t {
  hangul,     ///< a syllable
  word,       ///< any other letter or digit
  separator,  ///< space, hyphen
  other,
};

/// One character of text, folded: ASCII and full-width letters in lower case.
struct Symbol {
  char16_t label = 0;  ///< never_label for characters outside the BMP
  SymbolClass kind = SymbolClass::other;
};

inline constexpr char16_t never_label = 0xFFFF;  // U+FFFF is no character

/// For characters that are neither ASCII nor Hangul syllables.
Symbol fold_rare(char32_t c);

/// What the table below is made of.
constexpr Symbol classify_ascii(unsigned char byte) {
  if (byte >= 'a' && byte <= 'z') return {byte, SymbolClass::word};
  if (byte >= 'A' && byte <= 'Z') return {static_cast<char16_t>(byte + 32), SymbolClass::word};
  if (byte >= '0' && byte <= '9') return {byte, SymbolClass::word};
  if (byte == ' ' || byte == '-') return {u' ', SymbolClass::separator};
  return {byte, SymbolClass::other};
}

inline constexpr auto ascii_symbols = [] {
  std::array<Symbol, 0x80> symbols;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    symbols[i] = classify_ascii(static_cast<unsigned char>(i));
  }
  return symbols;
}();

/// Requires byte < 0x80.
inline Symbol fold_ascii(unsigned char byte) { return ascii_symbols[byte]; }

/// The symbol at `offset` of valid UTF-8, which is moved behind it. Requires offset < size.
inline Symbol read_symbol(std::string_view text, std::size_t& offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) {
    ++offset;
    return fold_ascii(lead);
  }
  if (lead >= 0xEA && lead <= 0xED) {
    const auto code =
        static_cast<char32_t>((lead & 0x0FU) << 12U) |
        static_cast<char32_t>((static_cast<unsigned char>(text[offset + 1]) & 0x3FU) << 6U) |
        static_cast<char32_t>(static_cast<unsigned char>(text[offset + 2]) & 0x3FU);
    if (text::is_hangul_syllable(code)) {
      offset += 3;
      return {static_cast<char16_t>(code), SymbolClass::hangul};
    }
  }
  return fold_rare(text::next_code_point(text, offset));
}

/// The end of the Hangul syllables that stand at `offset` of valid UTF-8. Requires offset <= size.
inline std::size_t end_of_hangul(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    if (lead != 0xEB && lead != 0xEC) {  // U+B000 to U+CFFF: syllables, all of them
      if (lead != 0xEA && lead != 0xED) break;
      std::size_t next = offset;
      if (read_symbol(text, next).kind != SymbolClass::hangul) break;
    }
    offset += 3;
  }
  return offset;
}

struct FormKey {
  /// Separators between Hangul, and between Hangul and anything else, are left out; any other run
  /// of them is one u' '.
  std::u16string symbols;
  /// Bit i: a separator may stand before symbol i. Where the form has one itself, and, in a word of
  /// Hangul alone, where at least two syllables stay on either side (or a prefix such as 비 on the
  /// left). Symbols from the 64th on are not told apart.
  std::uint64_t joints = 0;
};

FormKey key_of_form(std::string_view form);

/// Whether a separator between two symbols of these kinds is part of the key.
constexpr bool separator_counts(SymbolClass before, SymbolClass after) {
  return before != SymbolClass::hangul && after != SymbolClass::hangul;
}

}  // namespace galpi::terms
