// Which posts a run is about, as far as names can tell.
#pragma once

#include <string_view>

#include "galpi/base/date.hpp"

namespace galpi::app {

/// A post that cannot be read has only its name to say when it was written; one without a date in
/// its name may be of any day.
bool is_in_range_by_name(std::string_view path, const DateRange& range);

}  // namespace galpi::app
