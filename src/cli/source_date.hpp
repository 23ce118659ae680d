// The dates that products may bear: none of them is the clock's.
#pragma once

#include <cstdint>
#include <optional>

#include "galpi/base/date.hpp"
#include "galpi/base/result.hpp"

namespace galpi::cli {

/// SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/): seconds, in UTC.
Result<std::optional<std::int64_t>> source_date_epoch();

/// The first second of a day, in UTC, since 1970.
std::int64_t midnight_of(Date date);

}  // namespace galpi::cli
