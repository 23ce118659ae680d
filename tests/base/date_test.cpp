#include "galpi/base/date.hpp"

#include "support/catch.hpp"

using namespace galpi;

TEST_CASE("dates are read only in the form YYYY-MM-DD and only when the day exists", "[base]") {
  struct Row {
    const char* text;
    bool valid;
  };
  const Row rows[] = {
      {"2026-10-31", true},  {"2024-02-29", true},  {"2023-02-29", false}, {"2026-13-01", false},
      {"2026-00-10", false}, {"2026-04-31", false}, {"2026-4-3", false},   {"2026/04/03", false},
      {"", false},           {"2026-10-3x", false}, {"+026-10-31", false}, {"2026-10-31 ", false},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto date = parse_date(row.text);
    REQUIRE(date.has_value() == row.valid);
    if (date) CHECK(format_date(*date) == row.text);
  }
}

TEST_CASE("a month is the range of its days, both ends included", "[base]") {
  const auto february = parse_month("2024-02");
  REQUIRE(february);
  CHECK(february->contains(Date{2024, 2, 1}));
  CHECK(february->contains(Date{2024, 2, 29}));
  CHECK_FALSE(february->contains(Date{2024, 3, 1}));
  CHECK_FALSE(february->contains(Date{2024, 1, 31}));
  CHECK_FALSE(parse_month("2024-2"));
  CHECK_FALSE(parse_month("2024-13"));
}

TEST_CASE("an open side of a range lets everything through on that side", "[base]") {
  CHECK(DateRange{}.contains(Date{1999, 1, 1}));
  CHECK(DateRange{Date{2026, 1, 1}, {}}.contains(Date{2026, 1, 1}));
  CHECK_FALSE(DateRange{Date{2026, 1, 1}, {}}.contains(Date{2025, 12, 31}));
}

TEST_CASE("ranges overlap when a day is in both", "[base]") {
  const auto range = [](const char* from, const char* to) {
    return DateRange{parse_date(from), parse_date(to)};
  };
  struct Row {
    DateRange a;
    DateRange b;
    bool overlap;
  };
  const Row rows[] = {
      {range("2026-10-01", "2026-10-31"), range("2026-10-31", "2026-11-02"), true},
      {range("2026-10-01", "2026-10-31"), range("2026-11-01", "2026-11-02"), false},
      {range("2026-10-01", ""), range("", "2026-09-30"), false},
      {range("2026-10-01", ""), range("", "2026-10-01"), true},
      {range("", ""), range("2026-10-01", "2026-10-01"), true},
  };
  for (const Row& row : rows) {
    CHECK(row.a.overlaps(row.b) == row.overlap);
    CHECK(row.b.overlaps(row.a) == row.overlap);
  }
}
