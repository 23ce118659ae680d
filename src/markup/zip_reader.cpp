#include "galpi/markup/zip_reader.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

#include "zip_layout.hpp"

namespace galpi::markup {
namespace {

using namespace zip;

constexpr std::size_t longest_comment = 65535;
constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t encrypted_flag = 1;

Error damaged() {
  return {ErrorCode::invalid_input, "this is no ZIP archive, or a damaged one", {}};
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
  const std::uint32_t count = number_at(archive, end + end_count, 2);
  std::size_t at = number_at(archive, end + end_offset, 4);
  std::vector<ZipEntry> entries;
  entries.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!has_header(archive, at, entry_signature, entry_size)) {
      return std::unexpected(damaged());
    }
    const std::size_t name_size = number_at(archive, at + entry_name_length, 2);
    const std::size_t tail = number_at(archive, at + entry_extra_length, 2) +
                             number_at(archive, at + entry_comment_length, 2);
    if (!has(archive, at + entry_size, name_size)) return std::unexpected(damaged());
    const bool is_encrypted = (number_at(archive, at + entry_flags, 2) & encrypted_flag) != 0;
    ZipEntry entry;
    entry.name = archive.substr(at + entry_size, name_size);
    entry.method = is_encrypted
                       ? std::uint16_t{0xFFFF}
                       : static_cast<std::uint16_t>(number_at(archive, at + entry_method, 2));
    entry.crc32 = number_at(archive, at + entry_crc32, 4);
    entry.compressed_size = number_at(archive, at + entry_compressed_size, 4);
    entry.size = number_at(archive, at + entry_content_size, 4);
    entry.offset = number_at(archive, at + entry_offset, 4);
    entries.push_back(std::move(entry));
    at += entry_size + name_size + tail;
  }
  return entries;
}

Result<std::string> read_zip_member(std::string_view archive, const ZipEntry& entry,
                                    std::size_t limit) {
  if (entry.size > limit) {
    return fail(ErrorCode::limit_exceeded, "a member of the archive is too large to be read");
  }
  if (!has_header(archive, entry.offset, local_signature, local_size)) {
    return std::unexpected(damaged());
  }
  const std::size_t start = std::size_t{entry.offset} + local_size +
                            number_at(archive, entry.offset + local_name_length, 2) +
                            number_at(archive, entry.offset + local_extra_length, 2);
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
