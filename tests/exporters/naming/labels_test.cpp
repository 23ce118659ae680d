#include "naming/labels.hpp"

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters;

TEST_CASE("dates are written out in the book's language", "[naming]") {
  const Labels& korean = labels_for(model::Languages::both);
  const Labels& english = labels_for(model::Languages::english);
  CHECK(long_date(korean, {2026, 10, 5}) == "2026년 10월 5일 월요일");
  CHECK(long_date(english, {2026, 10, 5}) == "Monday, 5 October 2026");
  CHECK(long_date(korean, {2024, 2, 29}) == "2024년 2월 29일 목요일");
  CHECK(short_date(korean, {2026, 1, 2}, true) == "2026년 1월 2일");
  CHECK(short_date(english, {2026, 1, 2}, false) == "2 January");
}

TEST_CASE("a range says no more than it must", "[naming]") {
  const Labels& korean = labels_for(model::Languages::korean);
  const Labels& english = labels_for(model::Languages::english);
  struct Row {
    Date first;
    Date last;
    const char* korean;
    const char* english;
  };
  for (const Row& row : {
           Row{{2026, 10, 1}, {2026, 10, 31}, "2026년 10월", "October 2026"},
           Row{{2024, 2, 1},
               {2024, 2, 28},
               "2024년 2월 1일 – 2월 28일",
               "1 February – 28 February 2024"},
           Row{{2025, 12, 30},
               {2026, 1, 2},
               "2025년 12월 30일 – 2026년 1월 2일",
               "30 December 2025 – 2 January 2026"},
           Row{{2026, 10, 5}, {2026, 10, 5}, "2026년 10월 5일 월요일", "Monday, 5 October 2026"},
       }) {
    CHECK(range_of_dates(korean, row.first, row.last) == row.korean);
    CHECK(range_of_dates(english, row.first, row.last) == row.english);
  }
}

TEST_CASE("labels of points are localised, unknown ones are shown as they are", "[naming]") {
  const Labels& korean = labels_for(model::Languages::korean);
  CHECK(point_label(korean, "goal") == "목표");
  CHECK(point_label(korean, "contribution") == "기여");
  CHECK(point_label(korean, "핵심") == "핵심");
}
