#include "hashes.hpp"

#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include <array>

namespace galpi::exporters::anki {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  sha256_ctx context;
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_init(&context);
  sha256_update(&context, bytes.size(), bytes_of(bytes));
  sha256_digest(&context, digest.size(), digest.data());
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    hex += digits[byte >> 4U];
    hex += digits[byte & 0xFU];
  }
  return hex;
}

std::uint32_t field_checksum(std::string_view plain_text) {
  sha1_ctx context;
  std::array<std::uint8_t, SHA1_DIGEST_SIZE> digest{};
  sha1_init(&context);
  sha1_update(&context, plain_text.size(), bytes_of(plain_text));
  sha1_digest(&context, digest.size(), digest.data());
  return (std::uint32_t{digest[0]} << 24U) | (std::uint32_t{digest[1]} << 16U) |
         (std::uint32_t{digest[2]} << 8U) | digest[3];
}

}  // namespace galpi::exporters::anki
