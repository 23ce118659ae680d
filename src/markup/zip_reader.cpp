#include "galpi/markup/zip_reader.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

namespace galpi::markup {
namespace {

// APPNOTE 6.3.3 §4.3: signatures and sizes of the fixed parts.
constexpr std::string_view local_signature = "PK\3\4";
constexpr std::string_view central_signature = "PK\1\2";
constexpr std::string_view end_signature = "PK\5\6";
constexpr std::size_t local_size = 30;
constexpr std::size_t central_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::size_t longest_comment = 65535;
constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t encrypted_flag = 1;

Error damaged() {
  return {ErrorCode::invalid_input, "this is no ZIP archive, or a damaged one", {}};
}

/// Little endian; the caller has checked that the bytes are there.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t value = 0;
  for (std::size_t i = width; i-- > 0;) {
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

bool has(std::string_view bytes, std::size_t at, std::size_t size) {
  return at <= bytes.size() && size <= bytes.size() - at;
}

/// Where the record at the end of the archive begins; npos when there is none.
std::size_t find_end(std::string_view archive) {
  if (archive.size() < end_size) return std::string_view::npos;
  const std::size_t from = archive.size() - std::min(archive.size(), end_size + longest_comment);
  const std::size_t at = archive.rfind(end_signature, archive.size() - end_size);
  return at == std::string_view::npos || at < from ? std::string_view::npos : at;
}

}  // namespace

Result<std::vector<ZipEntry>> list_zip(std::string_view archive) {
  const std::size_t end = find_end(archive);
  if (end == std::string_view::npos) return std::unexpected(damaged());
  const std::uint32_t count = number_at(archive, end + 10, 2);
  std::size_t at = number_at(archive, end + 16, 4);
  std::vector<ZipEntry> entries;
  entries.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!has(archive, at, central_size) || !archive.substr(at).starts_with(central_signature)) {
      return std::unexpected(damaged());
    }
    const std::size_t name_size = number_at(archive, at + 28, 2);
    const std::size_t tail = number_at(archive, at + 30, 2) + number_at(archive, at + 32, 2);
    if (!has(archive, at + central_size, name_size)) return std::unexpected(damaged());
    const bool is_encrypted = (number_at(archive, at + 8, 2) & encrypted_flag) != 0;
    ZipEntry entry;
    entry.name = archive.substr(at + central_size, name_size);
    entry.method = is_encrypted ? std::uint16_t{0xFFFF}
                                : static_cast<std::uint16_t>(number_at(archive, at + 10, 2));
    entry.crc32 = number_at(archive, at + 16, 4);
    entry.compressed_size = number_at(archive, at + 20, 4);
    entry.size = number_at(archive, at + 24, 4);
    entry.offset = number_at(archive, at + 42, 4);
    entries.push_back(std::move(entry));
    at += central_size + name_size + tail;
  }
  return entries;
}

Result<std::string> read_zip_member(std::string_view archive, const ZipEntry& entry,
                                    std::size_t limit) {
  if (entry.size > limit) {
    return fail(ErrorCode::limit_exceeded, "a member of the archive is too large to be read");
  }
  if (!has(archive, entry.offset, local_size) ||
      !archive.substr(entry.offset).starts_with(local_signature)) {
    return std::unexpected(damaged());
  }
  const std::size_t start = std::size_t{entry.offset} + local_size +
                            number_at(archive, entry.offset + 26, 2) +
                            number_at(archive, entry.offset + 28, 2);
  if (!has(archive, start, entry.compressed_size)) return std::unexpected(damaged());
  const std::string_view data = archive.substr(start, entry.compressed_size);
  std::string content;
  if (entry.method == stored) {
    if (data.size() != entry.size) return std::unexpected(damaged());
    content = data;
  } else if (entry.method == deflated) {
    const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> engine(
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    content.resize(entry.size);
    if (engine == nullptr ||
        libdeflate_deflate_decompress(engine.get(), data.data(), data.size(), content.data(),
                                      content.size(), nullptr) != LIBDEFLATE_SUCCESS) {
      return std::unexpected(damaged());
    }
  } else {
    return fail(ErrorCode::invalid_input,
                "a member of the archive is packed in a way that is not known");
  }
  if (libdeflate_crc32(0, content.data(), content.size()) != entry.crc32) {
    return std::unexpected(damaged());
  }
  return content;
}

}  // namespace galpi::markup
