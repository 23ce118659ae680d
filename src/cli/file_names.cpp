#include "file_names.hpp"

#include <fmt/format.h>

#include <set>

namespace galpi::cli {

std::vector<std::string> file_names(const model::Edition& edition, std::string_view extension) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const model::BilingualDigest& day : edition.days) {
    const std::string& source = day.post().source;
    std::string stem = source.substr(source.rfind('/') + 1);
    stem = stem == "-" ? format_date(day.post().date) : stem.substr(0, stem.rfind('.'));
    if (stem.empty() || stem.front() == '.') stem = format_date(day.post().date);
    std::string name = stem + std::string(extension);
    for (int copy = 2; !taken.insert(name).second; ++copy) {
      name = fmt::format("{}-{}{}", stem, copy, extension);
    }
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace galpi::cli
