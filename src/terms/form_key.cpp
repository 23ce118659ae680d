#include "form_key.hpp"

#include <algorithm>

namespace galpi::terms {
namespace {

// Prefixes of one syllable that are also written apart: 비 지도 학습.
constexpr std::u16string_view detached_prefixes = u"비준재무초반약";

void allow_joint(std::uint64_t& joints, std::size_t index) {
  if (index > 0 && index < 64) joints |= std::uint64_t{1} << index;
}

/// Joints within symbols [start, end), Hangul that the form writes as one word.
void allow_joints_in_word(FormKey& key, std::size_t start, std::size_t end) {
  for (std::size_t i = start + 2; i + 2 <= end; ++i) allow_joint(key.joints, i);
  if (end - start >= 3 && detached_prefixes.find(key.symbols[start]) != std::u16string_view::npos) {
    allow_joint(key.joints, start + 1);
  }
}

}  // namespace

Symbol fold_rare(char32_t c) {
  constexpr char32_t fullwidth_offset = 0xFEE0;  // U+FF01 to U+FF5E mirror ASCII
  if (c >= 0xFF01 && c <= 0xFF5E) {
    return fold_ascii(static_cast<unsigned char>(c - fullwidth_offset));
  }
  if (c == 0xA0 || c == 0x2010 || c == 0x2011 || c == 0x2013) return {u' ', SymbolClass::separator};
  const SymbolClass kind = text::is_letter_or_digit(c) ? SymbolClass::word : SymbolClass::other;
  return {c < never_label ? static_cast<char16_t>(c) : never_label, kind};
}

FormKey key_of_form(std::string_view form) {
  FormKey key;
  SymbolClass last = SymbolClass::other;
  bool separated = false;
  std::size_t word_start = 0;
  const auto end_word = [&](std::size_t end) {
    if (last == SymbolClass::hangul) allow_joints_in_word(key, word_start, end);
  };
  for (std::size_t offset = 0; offset < form.size();) {
    const Symbol symbol = read_symbol(form, offset);
    if (symbol.kind == SymbolClass::separator) {
      separated = !key.symbols.empty();
      continue;
    }
    const bool goes_on = last == SymbolClass::hangul && symbol.kind == SymbolClass::hangul;
    if (separated || !goes_on) end_word(key.symbols.size());
    if (separated && separator_counts(last, symbol.kind)) key.symbols += u' ';
    if (separated || (last == SymbolClass::hangul) != (symbol.kind == SymbolClass::hangul)) {
      allow_joint(key.joints, key.symbols.size());
    }
    if (separated || !goes_on) word_start = key.symbols.size();
    key.symbols += symbol.label;
    last = symbol.kind;
    separated = false;
  }
  end_word(key.symbols.size());
  return key;
}

}  // namespace galpi::terms
