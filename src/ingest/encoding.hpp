// Is it UTF-8 text? Judging and mending the bytes of a post.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galpi::ingest {

/// Why bytes are no UTF-8 text, and the first byte that shows it.
struct ForeignEncoding {
  std::string what;  ///< "UTF-16 text", "not UTF-8 (CP949 or another encoding)"
  std::size_t offset;
};

/// Nothing when `bytes` are UTF-8, perhaps with a few bad bytes.
std::optional<ForeignEncoding> foreign_encoding(std::string_view bytes);

/// `bytes` as valid UTF-8 with LF line ends (CR and CRLF become LF) and without byte order mark; a
/// maximal ill-formed part becomes one U+FFFD (Unicode 15, section 3.9), whose offset is added to
/// `bad`.
std::string decode_utf8(std::string_view bytes, std::vector<std::uint32_t>& bad);

}  // namespace galpi::ingest
