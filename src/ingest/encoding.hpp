// Is it UTF-8 text? Judging and mending the bytes of a post.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galpi::ingest {

/// Bytes as valid UTF-8 with LF line ends (CR and CRLF become LF) and without byte order mark; a
/// maximal ill-formed part became one U+FFFD (Unicode 15, section 3.9).
struct DecodedText {
  std::string text;
  std::vector<std::uint32_t> bad;      ///< where in `text` those U+FFFD are
  std::vector<std::uint32_t> unusual;  ///< where in it the other characters of find_unusual() are
  std::size_t bad_bytes = 0;
  std::size_t first_bad = 0;  ///< offset into the bytes
};

DecodedText decode_utf8(std::string_view bytes);

/// Why bytes are no UTF-8 text, and the first byte that shows it.
struct ForeignEncoding {
  std::string what;  ///< "UTF-16 text", "not UTF-8 (CP949 or another encoding)"
  std::size_t offset;
  std::string iconv_name;  ///< what iconv calls the likely encoding
};

/// Nothing when `bytes` are UTF-8, perhaps with a few bad bytes; `decoded` is what became of them.
std::optional<ForeignEncoding> foreign_encoding(std::string_view bytes, const DecodedText& decoded);

}  // namespace galpi::ingest
