// How ZIP archives are laid out (APPNOTE 6.3.10): the local header of §4.3.7, the entry of the
// central directory of §4.3.12, the end record of §4.3.16. Offsets are from the start of each; what
// is not named here nobody reads. All numbers are little endian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace galpi::markup::zip {

inline constexpr std::string_view local_signature = "PK\x03\x04";
inline constexpr std::size_t local_size = 30;
inline constexpr std::size_t local_time = 10;  ///< time and date, two bytes each
inline constexpr std::size_t local_name_length = 26;
inline constexpr std::size_t local_extra_length = 28;

inline constexpr std::string_view entry_signature = "PK\x01\x02";
inline constexpr std::size_t entry_size = 46;
inline constexpr std::size_t entry_flags = 8;
inline constexpr std::size_t entry_method = 10;
inline constexpr std::size_t entry_time = 12;
inline constexpr std::size_t entry_crc32 = 16;
inline constexpr std::size_t entry_compressed_size = 20;
inline constexpr std::size_t entry_content_size = 24;
inline constexpr std::size_t entry_name_length = 28;
inline constexpr std::size_t entry_extra_length = 30;
inline constexpr std::size_t entry_comment_length = 32;
inline constexpr std::size_t entry_offset = 42;  ///< of the local header

inline constexpr std::string_view end_signature = "PK\x05\x06";
inline constexpr std::size_t end_size = 22;
inline constexpr std::size_t end_count = 10;
inline constexpr std::size_t end_offset = 16;  ///< of the central directory

/// The caller has checked that the bytes are there.
inline std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t value = 0;
  for (std::size_t i = width; i-- > 0;) {
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

inline bool has(std::string_view bytes, std::size_t at, std::size_t size) {
  return at <= bytes.size() && size <= bytes.size() - at;
}

/// Whether a header of `size` bytes with that signature stands at `at`.
inline bool has_header(std::string_view bytes, std::size_t at, std::string_view signature,
                       std::size_t size) {
  return has(bytes, at, size) && bytes.substr(at).starts_with(signature);
}

}  // namespace galpi::markup::zip
