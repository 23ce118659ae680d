#include "cell_places.hpp"

namespace galpi::ingest {

/// Behind the next bar, or where the text of the cell is found.
std::uint32_t CellPlaces::start_of(std::string_view content) const {
  const auto skip_spaces = [&](std::uint32_t at) {
    while (at < end_ && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    return at;
  };
  std::uint32_t at = skip_spaces(at_);
  if (at < end_ && text_[at] == '|') at = skip_spaces(at + 1);
  const std::string_view first = content.substr(0, content.find('|'));
  if (first.empty() || text_.substr(at).starts_with(first)) return at;
  const std::size_t found = text_.substr(0, end_).find(first, at_);
  return found == std::string_view::npos ? at : static_cast<std::uint32_t>(found);
}

std::uint32_t CellPlaces::next_cell(std::string_view content, ContentMap& map) {
  const std::uint32_t begin = start_of(content);
  map.add(0, begin);
  std::uint32_t at = begin;
  for (std::uint32_t i = 0; i < content.size() && at < end_; ++i, ++at) {
    const bool escaped = text_[at] == '\\' && at + 1 < end_ && text_[at + 1] == '|';
    if (escaped && content[i] == '|') map.add(i, ++at);
  }
  while (at < end_ && text_[at] != '|') ++at;
  at_ = at;
  return begin;
}

}  // namespace galpi::ingest
