// Other programs' ZIP archives, made to say nothing of the clock.
#pragma once

#include <string>

namespace galpi::markup {

/// Sets the time of every entry to the first that ZIP can say, 1980-01-01, as in our own archives.
/// False when `archive` is no whole, plain ZIP archive (APPNOTE 6.3.10; no ZIP64, no comment); then
/// it is left as it is.
bool settle_zip_times(std::string& archive);

}  // namespace galpi::markup
