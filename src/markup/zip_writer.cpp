#include "galpi/markup/zip_writer.hpp"

#include <fmt/format.h>
#include <libdeflate.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include "galpi/base/diagnostic.hpp"

namespace galpi::markup {
namespace {

// Korean prose at level 1 becomes 10 % larger than at level 6, in a third of the time; deflating
// was the largest part of writing a book.
constexpr int compression_level = 1;
constexpr std::size_t largest_content = std::size_t{2} << 30U;
constexpr std::uint64_t largest_offset = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t most_entries = std::numeric_limits<std::uint16_t>::max();

// APPNOTE 6.3.3 §4.3, §4.4.
constexpr std::uint32_t local_signature = 0x04034B50;
constexpr std::uint32_t central_signature = 0x02014B50;
constexpr std::uint32_t end_signature = 0x06054B50;
constexpr std::size_t local_header_size = 30;
constexpr std::uint16_t version_stored = 10;
constexpr std::uint16_t version_deflated = 20;
constexpr std::uint16_t no_flags = 0;
constexpr std::uint16_t midnight = 0;
constexpr std::uint16_t first_of_january_1980 = (1U << 5U) | 1U;

struct CompressorDeleter {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};

/// Making a compressor costs more than deflating a short chapter, so each thread keeps one. It has
/// no state between calls.
libdeflate_compressor* compressor_of_thread() {
  thread_local const std::unique_ptr<libdeflate_compressor, CompressorDeleter> compressor(
      libdeflate_alloc_compressor(compression_level));
  return compressor.get();
}

void append_16(std::string& target, std::uint16_t value) {
  target += static_cast<char>(value & 0xFFU);
  target += static_cast<char>(value >> 8U);
}

void append_32(std::string& target, std::uint32_t value) {
  append_16(target, static_cast<std::uint16_t>(value & 0xFFFFU));
  append_16(target, static_cast<std::uint16_t>(value >> 16U));
}

/// The fields that local and central headers share, from "version needed" to "extra field length".
void append_common(std::string& target, ZipMethod method, std::uint32_t crc32,
                   std::uint32_t compressed_size, std::uint32_t size, std::size_t name_length) {
  append_16(target, method == ZipMethod::stored ? version_stored : version_deflated);
  append_16(target, no_flags);
  append_16(target, static_cast<std::uint16_t>(method));
  append_16(target, midnight);
  append_16(target, first_of_january_1980);
  append_32(target, crc32);
  append_32(target, compressed_size);
  append_32(target, size);
  append_16(target, static_cast<std::uint16_t>(name_length));
  append_16(target, 0);
}

std::uint32_t checksum(std::string_view content) {
  return libdeflate_crc32(0, content.data(), content.size());
}

/// A path below the archive's root, in printable ASCII: nothing an unpacker could be fooled by.
bool is_good_name(std::string_view name) {
  const bool printable = std::ranges::all_of(
      name, [](char c) { return c > 0x20 && c < 0x7F && c != '\\' && c != ':'; });
  const std::string framed = fmt::format("/{}/", name);
  return printable && !name.empty() && name.size() <= 255 && !framed.contains("//") &&
         !framed.contains("/./") && !framed.contains("/../");
}

}  // namespace

ZipMember store_member(std::string name, std::string_view content) {
  return {std::move(name), ZipMethod::stored, checksum(content),
          static_cast<std::uint32_t>(content.size()), std::string(content)};
}

Result<ZipMember> deflate_member(std::string name, std::string_view content) {
  if (content.size() > largest_content) {
    return fail(ErrorCode::limit_exceeded,
                fmt::format("{} is over 2 GiB, too large for an archive entry", name));
  }
  libdeflate_compressor* const compressor = compressor_of_thread();
  if (compressor == nullptr || content.empty()) return store_member(std::move(name), content);
  std::string deflated;
  deflated.resize_and_overwrite(content.size(), [&](char* buffer, std::size_t size) {
    return libdeflate_deflate_compress(compressor, content.data(), content.size(), buffer,
                                       size - 1);
  });
  if (deflated.empty()) return store_member(std::move(name), content);
  deflated.shrink_to_fit();
  return ZipMember{std::move(name), ZipMethod::deflated, checksum(content),
                   static_cast<std::uint32_t>(content.size()), std::move(deflated)};
}

Result<void> ZipWriter::add(const ZipMember& member) {
  if (!is_good_name(member.name)) {
    return fail(ErrorCode::unwritable, fmt::format("\"{}\" is no name for an archive entry",
                                                   quote_for_message(member.name)));
  }
  const std::uint64_t end = offset_ + local_header_size + member.name.size() + member.data.size();
  if (end > largest_offset || entries_.size() == most_entries) {
    return fail(ErrorCode::limit_exceeded,
                "the archive would pass 4 GiB or 65535 entries, which need ZIP64");
  }
  const auto compressed_size = static_cast<std::uint32_t>(member.data.size());
  std::string header;
  append_32(header, local_signature);
  append_common(header, member.method, member.crc32, compressed_size, member.size,
                member.name.size());
  header += member.name;
  GALPI_CHECK(sink_.write(header));
  GALPI_CHECK(sink_.write(member.data));
  entries_.push_back({member.name, member.method, member.crc32, compressed_size, member.size,
                      static_cast<std::uint32_t>(offset_)});
  offset_ = end;
  return {};
}

Result<void> ZipWriter::finish() {
  std::vector<std::string_view> names;
  names.reserve(entries_.size());
  for (const Entry& entry : entries_) names.emplace_back(entry.name);
  std::ranges::sort(names);
  if (const auto twice = std::ranges::adjacent_find(names); twice != names.end()) {
    return fail(ErrorCode::unwritable, fmt::format("two archive entries are named {}", *twice));
  }
  std::string directory;
  for (const Entry& entry : entries_) {
    append_32(directory, central_signature);
    append_16(directory, version_deflated);  // made by: MS-DOS, so no permissions are claimed
    append_common(directory, entry.method, entry.crc32, entry.compressed_size, entry.size,
                  entry.name.size());
    append_16(directory, 0);  // comment
    append_16(directory, 0);  // disk
    append_16(directory, 0);  // internal attributes
    append_32(directory, 0);  // external attributes
    append_32(directory, entry.offset);
    directory += entry.name;
  }
  if (offset_ + directory.size() > largest_offset) {
    return fail(ErrorCode::limit_exceeded, "the archive would pass 4 GiB, which needs ZIP64");
  }
  const auto directory_size = static_cast<std::uint32_t>(directory.size());
  append_32(directory, end_signature);
  append_32(directory, 0);  // disks
  append_16(directory, static_cast<std::uint16_t>(entries_.size()));
  append_16(directory, static_cast<std::uint16_t>(entries_.size()));
  append_32(directory, directory_size);
  append_32(directory, static_cast<std::uint32_t>(offset_));
  append_16(directory, 0);  // comment
  return sink_.write(directory);
}

}  // namespace galpi::markup
