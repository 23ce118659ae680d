// A ZIP archive (APPNOTE 6.3.3) as EPUB's OCF 3.3 §4.2 wants it: entries in the order they are
// added, fixed DOS times, no extra fields, no data descriptors, ASCII names of our own making.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/result.hpp"

namespace galpi::markup {

enum class ZipMethod : std::uint16_t { stored = 0, deflated = 8 };

/// An entry ready to be written: compressed wherever it was made, perhaps on another thread.
struct ZipMember {
  std::string name;
  ZipMethod method = ZipMethod::stored;
  std::uint32_t crc32 = 0;
  std::uint32_t size = 0;  ///< uncompressed, bytes
  std::string data;        ///< as it goes into the archive
};

/// Deflates `content` (libdeflate; the same bytes for the same library version), or stores it when
/// deflating does not make it smaller. Content over 2 GiB is not supported (limit_exceeded).
Result<ZipMember> deflate_member(std::string name, std::string_view content);
ZipMember store_member(std::string name, std::string_view content);

/// Writes members one after another and the central directory at the end.
class ZipWriter {
 public:
  explicit ZipWriter(ByteSink& sink) : sink_(sink) {}
  Result<void> add(const ZipMember& member);
  /// Writes the central directory. Nothing may be added afterwards.
  Result<void> finish();

 private:
  struct Entry {
    std::string name;
    ZipMethod method;
    std::uint32_t crc32;
    std::uint32_t compressed_size;
    std::uint32_t size;
    std::uint32_t offset;
  };

  ByteSink& sink_;
  std::vector<Entry> entries_;
  std::uint64_t offset_ = 0;
};

}  // namespace galpi::markup
