// Names of files taken apart, as text: nothing is looked up.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace galpi {

/// The folder part of a path with its '/', or nothing.
inline std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? "" : path.substr(0, slash + 1));
}

/// `path` as seen from `folder`, which has its '/' or is empty.
inline std::string resolved_path(const std::string& folder, const std::string& path) {
  return path.empty() || path.front() == '/' ? path : folder + path;
}

/// A folder without the '/' that users put behind it; the root keeps its own.
inline std::string without_end_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

/// `./books//october.epub` is `books/october.epub`; links are not followed.
inline std::string normal_path(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().string();
}

}  // namespace galpi
