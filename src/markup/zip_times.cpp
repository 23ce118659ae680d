#include "galpi/markup/zip_times.hpp"

#include <string_view>
#include <vector>

#include "zip_layout.hpp"

namespace galpi::markup {
namespace {

/// MS-DOS time and date, each two bytes: midnight, and day 1, month 1, year 1980 + 0.
constexpr std::string_view first_time{"\x00\x00\x21\x00", 4};

}  // namespace

bool settle_zip_times(std::string& archive) {
  using namespace zip;
  if (archive.size() < end_size) return false;
  const std::size_t end = archive.size() - end_size;
  if (!has_header(archive, end, end_signature, end_size)) return false;
  const std::size_t count = number_at(archive, end + end_count, 2);
  std::size_t entry = number_at(archive, end + end_offset, 4);
  std::vector<std::size_t> times;  // where they are: all of them are found before any is changed
  times.reserve(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    if (!has_header(archive, entry, entry_signature, entry_size)) return false;
    const std::size_t local = number_at(archive, entry + entry_offset, 4);
    if (!has_header(archive, local, local_signature, local_size)) return false;
    times.push_back(entry + entry_time);
    times.push_back(local + local_time);
    std::size_t length = entry_size;
    for (const std::size_t field : {entry_name_length, entry_extra_length, entry_comment_length}) {
      length += number_at(archive, entry + field, 2);
    }
    entry += length;
  }
  if (entry != end) return false;
  for (const std::size_t time : times) archive.replace(time, first_time.size(), first_time);
  return true;
}

}  // namespace galpi::markup
