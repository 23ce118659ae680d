// Calendar dates of posts: no time zone, no clock.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galpi {

struct Date {
  std::int32_t year = 0;
  std::uint32_t month = 0;  ///< 1-12
  std::uint32_t day = 0;    ///< 1-31

  auto operator<=>(const Date&) const = default;
};

/// Reads exactly `YYYY-MM-DD`; nothing for another shape or a day that does not exist.
std::optional<Date> parse_date(std::string_view text);

/// `YYYY-MM-DD`.
std::string format_date(Date date);

/// The last day of a month, leap years included. `month` is 1-12.
std::uint32_t days_in_month(std::int32_t year, std::uint32_t month);

/// An inclusive range of days; an open side is nullopt.
struct DateRange {
  std::optional<Date> from;
  std::optional<Date> to;

  bool contains(Date date) const;
  /// Whether there is a day in both.
  bool overlaps(const DateRange& other) const;
};

/// Reads `YYYY-MM` as the range of that month.
std::optional<DateRange> parse_month(std::string_view text);

}  // namespace galpi
