// Lines of stdin or a file, one after another, in bounded memory.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "galpi/base/result.hpp"

namespace galpi::host {

class LineReader {
 public:
  virtual ~LineReader() = default;
  /// The next line without its line end; nothing at the end. A line over `limit` bytes fails with
  /// limit_exceeded, a read error with unreadable.
  virtual Result<std::optional<std::string>> next(std::size_t limit) = 0;
};

/// Lines of stdin.
std::unique_ptr<LineReader> standard_input_lines();

/// Lines of a regular file.
Result<std::unique_ptr<LineReader>> file_lines(const std::string& path);

}  // namespace galpi::host
