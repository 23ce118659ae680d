#include "hashes.hpp"

#include <nettle/sha1.h>

#include <array>

namespace galpi::exporters::anki {

std::uint32_t field_checksum(std::string_view plain_text) {
  sha1_ctx context;
  std::array<std::uint8_t, SHA1_DIGEST_SIZE> digest{};
  sha1_init(&context);
  sha1_update(&context, plain_text.size(),
              reinterpret_cast<const std::uint8_t*>(plain_text.data()));
  sha1_digest(&context, digest.size(), digest.data());
  return (std::uint32_t{digest[0]} << 24U) | (std::uint32_t{digest[1]} << 16U) |
         (std::uint32_t{digest[2]} << 8U) | digest[3];
}

}  // namespace galpi::exporters::anki
