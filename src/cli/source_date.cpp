#include "source_date.hpp"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

namespace galpi::cli {

Result<std::optional<std::int64_t>> source_date_epoch() {
  const char* value = std::getenv("SOURCE_DATE_EPOCH");  // NOLINT(concurrency-mt-unsafe)
  if (value == nullptr || *value == '\0') return std::nullopt;
  constexpr std::int64_t year_10000 = 253'402'300'800;
  const std::string_view text = value;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 ||
      seconds >= year_10000) {
    return fail(ErrorCode::usage, "SOURCE_DATE_EPOCH is no number of seconds since 1970");
  }
  return seconds;
}

std::int64_t midnight_of(Date date) {
  const std::chrono::year_month_day day{std::chrono::year{date.year},
                                        std::chrono::month{date.month}, std::chrono::day{date.day}};
  return std::chrono::sys_seconds{std::chrono::sys_days{day}}.time_since_epoch().count();
}

}  // namespace galpi::cli
