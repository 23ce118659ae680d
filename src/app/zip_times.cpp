#include "zip_times.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace galpi::app {
namespace {

// Sizes and places of fields: APPNOTE 6.3.10, §4.3.7 (local header), §4.3.12 (central directory),
// §4.3.16 (end record).
constexpr std::string_view local_signature = "PK\x03\x04";
constexpr std::string_view entry_signature = "PK\x01\x02";
constexpr std::string_view end_signature = "PK\x05\x06";
constexpr std::size_t local_size = 30;
constexpr std::size_t local_time = 10;
constexpr std::size_t entry_size = 46;
constexpr std::size_t entry_time = 12;
constexpr std::size_t entry_lengths = 28;
constexpr std::size_t entry_offset = 42;
constexpr std::size_t end_size = 22;
constexpr std::size_t end_count = 10;
constexpr std::size_t end_offset = 16;

/// MS-DOS time and date, each two bytes: midnight, and day 1, month 1, year 1980 + 0.
constexpr std::string_view first_time{"\x00\x00\x21\x00", 4};

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = size; i-- > 0;) {
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

bool has_at(std::string_view bytes, std::size_t at, std::string_view signature, std::size_t size) {
  return at <= bytes.size() && bytes.size() - at >= size && bytes.substr(at).starts_with(signature);
}

}  // namespace

bool settle_zip_times(std::string& archive) {
  if (archive.size() < end_size) return false;
  const std::size_t end = archive.size() - end_size;
  if (!has_at(archive, end, end_signature, end_size)) return false;
  const std::size_t count = number_at(archive, end + end_count, 2);
  std::size_t entry = number_at(archive, end + end_offset, 4);
  std::vector<std::size_t> times;  // where they are: all of them are found before any is changed
  times.reserve(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    if (!has_at(archive, entry, entry_signature, entry_size)) return false;
    const std::size_t local = number_at(archive, entry + entry_offset, 4);
    if (!has_at(archive, local, local_signature, local_size)) return false;
    times.push_back(entry + entry_time);
    times.push_back(local + local_time);
    std::size_t length = entry_size;
    for (const std::size_t field : {0U, 2U, 4U}) {  // name, extra field, comment
      length += number_at(archive, entry + entry_lengths + field, 2);
    }
    entry += length;
  }
  if (entry != end) return false;
  for (const std::size_t time : times) archive.replace(time, first_time.size(), first_time);
  return true;
}

}  // namespace galpi::app
