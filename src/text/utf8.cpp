#include "galpi/text/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "galpi/text/lanes.hpp"

namespace galpi::text {
namespace {

using Byte = unsigned char;

bool is_continuation(Byte byte) { return (byte & 0xC0U) == 0x80U; }

constexpr std::array<bool, 256> make_usual_bytes() {
  std::array<bool, 256> usual{};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte) usual[byte] = true;
  usual['\t'] = usual['\n'] = true;
  return usual;
}
constexpr std::array<bool, 256> usual_bytes = make_usual_bytes();

/// Three bytes as one number: in UTF-8 the order of numbers is that of code points.
constexpr std::uint32_t three_bytes(std::uint32_t first, std::uint32_t second,
                                    std::uint32_t third) {
  return first << 16U | second << 8U | third;
}

bool is_syllable(std::uint32_t bytes) {
  constexpr std::uint32_t first = three_bytes(0xEA, 0xB0, 0x80);  // U+AC00
  constexpr std::uint32_t last = three_bytes(0xED, 0x9E, 0xA3);   // U+D7A3
  return bytes >= first && bytes <= last && (bytes & 0xC0C0U) == 0x8080U;
}

/// The length of the usual character at the start of `bytes`, which are not empty, or 0.
std::size_t usual_length(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<Byte>(bytes[i]); };
  if (usual_bytes[byte(0)]) return 1;
  const bool syllable = bytes.size() >= 3 && is_syllable(three_bytes(byte(0), byte(1), byte(2)));
  return syllable ? 3 : 0;
}

/// What a syllable begins with; a few characters before and behind the syllables do as well.
constexpr Byte first_lead = 0xEA;
constexpr Byte last_lead = 0xED;

bool is_lead(char byte) {
  return static_cast<Byte>(byte) >= first_lead && static_cast<Byte>(byte) <= last_lead;
}

/// Whether usual text goes on through the sixteen bytes at `bytes`. Asks for two bytes of usual
/// text before them; the last character may go on behind them.
bool are_usual(const char* bytes) {
  const Lanes here = load_lanes(bytes);
  const Lanes before = load_lanes(bytes - 1);
  const Lanes two_before = load_lanes(bytes - 2);
  const auto ascii = ((here > 0x1F) & (here != 0x7F)) | (here == '\t') | (here == '\n');
  const auto lead = (here >= lane(first_lead)) & (here <= lane(last_lead));
  const auto continuation = here < lane(0xC0);
  // Of usual text only leads have both of these bits.
  const auto in_syllable =
      ((before & lane(0xC0)) == lane(0xC0)) | ((two_before & lane(0xC0)) == lane(0xC0));
  // The limits of is_syllable(), byte by byte.
  const auto too_low = (before == lane(first_lead)) & (here < lane(0xB0));
  const auto too_high = (before == lane(last_lead)) & (here > lane(0x9E));
  const auto behind_last =
      (two_before == lane(last_lead)) & (before == lane(0x9E)) & (here > lane(0xA3));
  const auto wrong = ~(ascii | lead | continuation) | (continuation ^ in_syllable) |
                     (continuation & (too_low | too_high | behind_last));
  return !any_lane(wrong);
}

std::uint32_t category_mask(char32_t c) { return U_GET_GC_MASK(static_cast<UChar32>(c)); }

constexpr bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z'; }

}  // namespace

std::size_t find_unusual(std::string_view bytes, std::size_t at) {
  const std::size_t size = bytes.size();
  const auto walk_to = [&](std::size_t end) {
    while (at < end) {
      const std::size_t length = usual_length(bytes.substr(at));
      if (length == 0) return false;
      at += length;
    }
    return true;
  };
  if (!walk_to(std::min(at + 2, size)) || at == size) return at;
  while (size - at >= sizeof(Lanes) && are_usual(bytes.data() + at)) {
    at += sizeof(Lanes);
  }
  // Back to where the character began that the last lanes ended in; what is unusual is near.
  at -= is_lead(bytes[at - 1]) ? 1U : is_lead(bytes[at - 2]) ? 2U : 0U;
  walk_to(size);
  return at;
}

std::size_t well_formed_length(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<Byte>(bytes[i]); };
  const Byte lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) return bytes.size() >= 2 && is_continuation(byte(1)) ? 2 : 0;
  const std::size_t length = lead < 0xF0 ? 3 : 4;
  if (bytes.size() < length) return 0;
  // The second byte is what tells overlong forms, surrogates and values past U+10FFFF apart.
  const Byte least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const Byte most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < least || byte(1) > most || !is_continuation(byte(2))) return 0;
  return length == 3 || is_continuation(byte(3)) ? length : 0;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while ((at = find_unusual(bytes, at)) < bytes.size()) {
    const std::size_t length = well_formed_length(bytes.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

char32_t previous_code_point(std::string_view text, std::size_t& offset) {
  do {
    --offset;
  } while (offset > 0 && is_continuation(static_cast<Byte>(text[offset])));
  std::size_t start = offset;
  return next_code_point(text, start);
}

void append_code_point(std::string& target, char32_t code_point) {
  const auto put = [&](char32_t byte) { target += static_cast<char>(byte); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
  }
  put(0x80U | (code_point & 0x3FU));
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return !is_continuation(static_cast<Byte>(c)); }));
}

bool is_hangul(char32_t c) {
  if (c < 0x1100) return false;
  return is_hangul_syllable(c) || c <= 0x11FF || (c >= 0x3131 && c <= 0x318E) ||
         (c >= 0xA960 && c <= 0xA97F) || (c >= 0xD7B0 && c <= 0xD7FF) ||
         (c >= 0xFFA0 && c <= 0xFFDC);
}

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) || (c >= U'0' && c <= U'9');
  if (is_hangul_syllable(c)) return true;
  return (category_mask(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

bool is_latin_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  if (c < 0xAA || is_hangul_syllable(c)) return false;
  if ((category_mask(c) & U_GC_L_MASK) == 0) return false;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_LATIN &&
         U_SUCCESS(status) != 0;
}

bool is_punctuation(char32_t c) {
  if (c < 0x80) return c > 0x20 && c < 0x7F && !is_ascii_letter(c) && !(c >= U'0' && c <= U'9');
  if (is_hangul_syllable(c)) return false;
  return (category_mask(c) & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

bool is_symbol(char32_t c) {
  if (c < 0x80 || is_hangul_syllable(c)) return false;
  return (category_mask(c) & U_GC_S_MASK) != 0;
}

bool is_space(char32_t c) {
  if (c < 0x85) return c == 0x20 || (c >= 0x09 && c <= 0x0D);
  if (is_hangul_syllable(c)) return false;
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::string ascii_lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

}  // namespace galpi::text
