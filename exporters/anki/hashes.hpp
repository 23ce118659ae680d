// Anki's checksums, SHA-1 (FIPS 180-4) by Nettle.
#pragma once

#include <cstdint>
#include <string_view>

namespace galpi::exporters::anki {

/// Anki's checksum of a first field: the first four bytes of SHA-1, big endian.
std::uint32_t field_checksum(std::string_view plain_text);

}  // namespace galpi::exporters::anki
