// Where the cells of a table row stand in its line: cmark trims them and turns `\|` into `|`.
#pragma once

#include <cstdint>
#include <string_view>

#include "places.hpp"

namespace galpi::ingest {

class CellPlaces {
 public:
  explicit CellPlaces(std::string_view text) : text_(text) {}

  /// Goes on with the row in [begin, end) of the prepared text.
  void start_row(std::uint32_t begin, std::uint32_t end) {
    at_ = begin;
    end_ = end;
  }

  /// Maps the row's next cell, whose content is `content`; returns where it begins.
  std::uint32_t next_cell(std::string_view content, ContentMap& map);

 private:
  std::uint32_t start_of(std::string_view content) const;

  std::string_view text_;
  std::uint32_t at_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace galpi::ingest
