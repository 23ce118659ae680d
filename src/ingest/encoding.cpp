#include "encoding.hpp"

#include <algorithm>

#include "galpi/text/utf8.hpp"

namespace galpi::ingest {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view replacement_character = "\xEF\xBF\xBD";
/// So few bad bytes are damage, whatever the rest looks like.
constexpr std::size_t always_damage = 4;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The length of the ill-formed part at the start of `bytes`: a lead byte with those continuation
/// bytes that could still have belonged to it, else one byte.
std::size_t ill_formed_length(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const std::size_t wanted = lead >= 0xC2 && lead < 0xE0   ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 1;
  if (wanted == 1 || bytes.size() < 2) return 1;
  const auto second = static_cast<unsigned char>(bytes[1]);
  const unsigned least = lead == 0xE0 ? 0xA0U : lead == 0xF0 ? 0x90U : 0x80U;
  const unsigned most = lead == 0xED ? 0x9FU : lead == 0xF4 ? 0x8FU : 0xBFU;
  if (second < least || second > most) return 1;
  std::size_t length = 2;
  while (length < wanted && length < bytes.size() && is_continuation(bytes[length])) ++length;
  return length;
}

}  // namespace

std::optional<ForeignEncoding> foreign_encoding(std::string_view bytes,
                                                const DecodedText& decoded) {
  const std::string_view utf32_big("\0\0\xFE\xFF", 4);
  const std::string_view utf32_little("\xFF\xFE\0\0", 4);
  if (bytes.starts_with(utf32_big) || bytes.starts_with(utf32_little)) {
    return ForeignEncoding{"UTF-32 text", 0, "UTF-32"};
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return ForeignEncoding{"UTF-16 text", 0, "UTF-16"};
  }
  const auto zeros =
      bytes.contains('\0') ? static_cast<std::size_t>(std::ranges::count(bytes, '\0')) : 0;
  if (zeros > always_damage && zeros * 8 > bytes.size()) {
    return ForeignEncoding{"UTF-16, UTF-32 or binary data", bytes.find('\0'), "UTF-16"};
  }
  if (decoded.bad_bytes <= always_damage) return std::nullopt;
  const auto beyond_ascii = static_cast<std::size_t>(
      std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  if (decoded.bad_bytes * 2 <= beyond_ascii) return std::nullopt;
  return ForeignEncoding{"not UTF-8 (CP949 or another encoding)", decoded.first_bad, "CP949"};
}

DecodedText decode_utf8(std::string_view bytes) {
  DecodedText decoded;
  std::string& text = decoded.text;
  text.reserve(bytes.size());
  std::size_t copied = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  std::size_t at = copied;
  const auto replace = [&](std::size_t length, std::string_view replacement) {
    text.append(bytes, copied, at - copied).append(replacement);
    copied = at += length;
  };
  while ((at = text::find_unusual(bytes, at)) < bytes.size()) {
    if (bytes[at] == '\r') {
      replace(bytes.substr(at).starts_with("\r\n") ? 2 : 1, "\n");
      continue;
    }
    const auto place = static_cast<std::uint32_t>(text.size() + (at - copied));
    if (const std::size_t length = text::well_formed_length(bytes.substr(at)); length > 0) {
      decoded.unusual.push_back(place);
      at += length;
      continue;
    }
    if (decoded.bad.empty()) decoded.first_bad = at;
    decoded.bad.push_back(place);
    const std::size_t length = ill_formed_length(bytes.substr(at));
    decoded.bad_bytes += length;
    replace(length, replacement_character);
  }
  text.append(bytes, copied);
  return decoded;
}

}  // namespace galpi::ingest
