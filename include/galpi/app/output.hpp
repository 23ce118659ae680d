// Where products go: stdout, one file, or a folder of files - complete or not at all.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/result.hpp"
#include "galpi/host/file_system.hpp"

namespace galpi::app {

/// Writes the product into the sink.
using WriteProduct = std::function<Result<void>(ByteSink&)>;

/// The name of the file by which a folder shows that galpi made it.
inline constexpr const char* manifest_name = ".galpi-manifest";

/// Writes to `path` through a file beside it; nothing is left behind on failure.
Result<void> write_file(host::FileSystem& files, const std::string& path,
                        const WriteProduct& write);

struct FolderFile {
  std::string name;  ///< a plain file name
  WriteProduct write;
};

/// Builds a folder beside `path` and swaps it in. An existing `path` is replaced only if it is
/// empty or holds our manifest; else unwritable.
Result<void> write_folder(host::FileSystem& files, const std::string& path,
                          const std::vector<FolderFile>& contents);

}  // namespace galpi::app
