// Taking members out of a ZIP archive of any maker, hostile ones included: sizes are limited before
// anything is unpacked, names are only compared, never used as paths.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/result.hpp"

namespace galpi::markup {

struct ZipEntry {
  std::string name;  ///< bytes as they stand in the archive
  std::uint16_t method = 0;
  std::uint32_t crc32 = 0;
  std::uint32_t compressed_size = 0;
  std::uint32_t size = 0;
  std::uint32_t offset = 0;  ///< of the local header
};

/// The central directory (APPNOTE 6.3.3 §4.3.12), or invalid_input. ZIP64 is not read.
Result<std::vector<ZipEntry>> list_zip(std::string_view archive);

/// The content of a member of at most `limit` bytes (else limit_exceeded), its checksum checked.
Result<std::string> read_zip_member(std::string_view archive, const ZipEntry& entry,
                                    std::size_t limit);

}  // namespace galpi::markup
