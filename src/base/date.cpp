#include "galpi/base/date.hpp"

#include <fmt/format.h>

#include <chrono>

namespace galpi {
namespace {

/// Exactly `text.size()` decimal digits.
std::optional<std::uint32_t> parse_digits(std::string_view text) {
  std::uint32_t value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return text.empty() ? std::nullopt : std::optional(value);
}

}  // namespace

std::uint32_t days_in_month(std::int32_t year, std::uint32_t month) {
  const auto last = std::chrono::year_month_day_last(
      std::chrono::year(year), std::chrono::month_day_last(std::chrono::month(month)));
  return static_cast<unsigned>(last.day());
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1) return std::nullopt;
  const Date date{static_cast<std::int32_t>(*year), *month, *day};
  if (date.day > days_in_month(date.year, date.month)) return std::nullopt;
  return date;
}

std::string format_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

bool DateRange::contains(Date date) const {
  return (!from || *from <= date) && (!to || date <= *to);
}

bool DateRange::overlaps(const DateRange& other) const {
  const bool ends_before = to && other.from && *to < *other.from;
  const bool begins_after = from && other.to && *other.to < *from;
  return !ends_before && !begins_after;
}

std::optional<DateRange> parse_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto first = parse_date(std::string(text) + "-01");
  if (!first) return std::nullopt;
  return DateRange{first,
                   Date{first->year, first->month, days_in_month(first->year, first->month)}};
}

}  // namespace galpi
