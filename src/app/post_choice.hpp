// Which posts a run is about, as far as names can tell.
#pragma once

#include <string_view>

#include "galpi/base/date.hpp"

namespace galpi::app {

/// JSON lines, read as they come; every other input is looked through for posts.
inline bool is_json_stream(std::string_view input) { return input.ends_with(".jsonl"); }

/// A post that cannot be read has only its name to say when it was written; one without a date in
/// its name may be of any day.
bool is_in_range_by_name(std::string_view path, const DateRange& range);

}  // namespace galpi::app
