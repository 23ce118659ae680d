// The outline of a day in a book: what its title adds to the date, and levels without gaps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/model/edition.hpp"
#include "naming/labels.hpp"

namespace galpi::exporters {

/// Whether a post's title says more than its date does (`논문 읽기 2026-10-05` does,
/// `2026년 10월 5일` does not).
bool title_says_more(std::string_view title);

/// A day's line in a table of contents. A digest's title is its date again; a review's says what it
/// is about. Two posts of one day are told apart by their titles.
std::string day_label(const Labels& labels, const std::vector<model::BilingualDigest>& days,
                      std::size_t day);

/// Maps the author's heading levels, whatever they are, to levels without gaps: below the day
/// (1) first comes 2, and a heading deeper than the one before it goes just one level down.
class HeadingLevels {
 public:
  /// At most 6.
  std::size_t level_of(std::uint32_t author_level);
  void reset() { open_.clear(); }

 private:
  std::vector<std::uint32_t> open_;
};

}  // namespace galpi::exporters
