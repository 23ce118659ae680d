// Outputs that exist completely or not at all.
#pragma once

#include <memory>
#include <string>

#include "galpi/host/file_system.hpp"

namespace galpi::host {

/// A regular file (new, or to be replaced) is written beside `path` and renamed over it. A device
/// or a pipe that exists at `path` is never replaced: it gets all bytes at commit().
Result<std::unique_ptr<AtomicFile>> create_atomic_file(const std::string& path);

}  // namespace galpi::host
