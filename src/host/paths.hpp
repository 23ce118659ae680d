// Where an output really goes, and the names of temporary files beside it.
#pragma once

#include <string>
#include <string_view>

#include "galpi/base/result.hpp"

namespace galpi::host {

/// The folder part of `path` ("." without one) and the name after it.
struct SplitPath {
  std::string folder;
  std::string name;
};
SplitPath split_path(std::string_view path);

/// `path` with a link at its end followed to what it names, whether that exists or not. Fails
/// (unwritable) when links loop.
Result<std::string> follow_final_link(const std::string& path);

/// `FOLDER/.NAME.galpi-PID-N.tmp`, NAME cut at a character if the whole would be over 255 bytes.
std::string temporary_path(const SplitPath& target, unsigned attempt);

/// Whether `name` is one that temporary_path makes for a process that no longer runs.
bool is_abandoned_temporary(std::string_view name);

/// Removes temporary files and folders that killed runs have left in `folder`.
void sweep_abandoned(const std::string& folder);

}  // namespace galpi::host
