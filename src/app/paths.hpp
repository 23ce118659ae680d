// Names of files taken apart, as text: nothing is looked up.
#pragma once

#include <string>

namespace galpi::app {

/// The folder part of a path with its '/', or nothing.
inline std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

/// `path` as seen from `folder`, which has its '/' or is empty.
inline std::string resolved_path(const std::string& folder, const std::string& path) {
  return path.empty() || path.front() == '/' ? path : folder + path;
}

}  // namespace galpi::app
