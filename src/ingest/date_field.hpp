// The `date:` of front matter, in the shapes people write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "galpi/base/date.hpp"

namespace galpi::ingest {

struct DateField {
  Date date;
  std::optional<std::string> time;  ///< `HH:MM:SS`, as written: no zone is applied
  std::string unread;               ///< what stands after the date and could not be read
};

/// Reads `2025-10-20`, `2025-10-20 08:15:00`, `2025-10-20T08:15:00+09:00` and their like. Nothing
/// when there is no date or the day does not exist.
std::optional<DateField> parse_date_field(std::string_view value);

}  // namespace galpi::ingest
