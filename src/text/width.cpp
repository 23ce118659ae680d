#include "galpi/text/width.hpp"

#include <unicode/uchar.h>

#include "galpi/text/utf8.hpp"

namespace galpi::text {
namespace {

/// Conjoining vowels and finals are drawn into the syllable that the initial began.
bool is_joining_jamo(char32_t c) {
  return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
}

}  // namespace

std::size_t display_width(char32_t code_point) {
  if (code_point < 0x7F) return code_point >= 0x20 ? 1 : 0;
  if (is_hangul_syllable(code_point)) return 2;
  const auto c = static_cast<UChar32>(code_point);
  constexpr std::uint32_t invisible = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CC_MASK | U_GC_CF_MASK;
  const bool soft_hyphen = code_point == 0xAD;  // Cf, but terminals show it
  if ((U_GET_GC_MASK(c) & invisible) != 0 && !soft_hyphen) return 0;
  if (is_joining_jamo(code_point)) return 0;
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return 2;
    default:
      return 1;
  }
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    width += display_width(next_code_point(text, offset));
  }
  return width;
}

}  // namespace galpi::text
