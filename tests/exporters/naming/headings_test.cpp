#include "naming/headings.hpp"

#include <vector>

#include "support/catch.hpp"

using namespace galpi::exporters;

TEST_CASE("the post's title is shown when it says more than the date", "[naming]") {
  CHECK(title_says_more("하루 논문 — 2026-10-05"));
  CHECK(title_says_more("Daily"));
  CHECK_FALSE(title_says_more("2026년 10월 5일 (월요일)"));
  CHECK_FALSE(title_says_more("2026-10-05"));
  CHECK_FALSE(title_says_more(""));
}

TEST_CASE("heading levels in a book have no gaps, whatever the author's were", "[naming]") {
  HeadingLevels levels;
  std::vector<std::size_t> mapped;
  for (const std::uint32_t level : {3U, 6U, 6U, 4U, 1U, 5U, 9U, 2U}) {
    mapped.push_back(levels.level_of(level));
  }
  CHECK(mapped == std::vector<std::size_t>{2, 3, 3, 3, 2, 3, 4, 3});
  levels.reset();
  CHECK(levels.level_of(4) == 2);
}
