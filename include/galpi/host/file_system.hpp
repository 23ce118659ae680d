// Files behind a small interface, so that everything above runs in memory in tests. Paths are UTF-8
// (or whatever bytes the system has); nothing here depends on the locale.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/result.hpp"

namespace galpi::host {

enum class FileKind : std::uint8_t { missing, regular, directory, other };

struct DirectoryEntry {
  std::string name;
  FileKind kind;  ///< of the link's target when `is_link`; `other` for a dangling link
  bool is_link = false;
};

/// Reading. All failures are ErrorCode::unreadable and name the path and the cause.
class FileReader {
 public:
  virtual ~FileReader() = default;
  /// The kind of what `path` leads to, links followed.
  virtual FileKind kind(const std::string& path) const = 0;
  /// The whole of a regular file of at most `limit` bytes (else limit_exceeded). Anything else -
  /// a fifo, a device, a directory - fails without being opened for blocking reads.
  virtual Result<std::string> read(const std::string& path, std::size_t limit) const = 0;
  /// Entries sorted by name as bytes, without "." and "..".
  virtual Result<std::vector<DirectoryEntry>> list(const std::string& path) const = 0;
  /// The absolute path with all links resolved.
  virtual Result<std::string> resolve(const std::string& path) const = 0;
};

/// An output that exists completely or not at all: written beside the target, synced, renamed over
/// it by commit(). Dropping it without commit() leaves no trace.
class AtomicFile : public ByteSink {
 public:
  virtual Result<void> commit() = 0;
};

/// Reading and writing. Write failures are ErrorCode::unwritable.
class FileSystem : public FileReader {
 public:
  virtual Result<std::unique_ptr<AtomicFile>> create(const std::string& path) = 0;
  /// Makes a new empty folder beside `path` and returns its name, for replace_directory().
  virtual Result<std::string> create_directory_beside(const std::string& path) = 0;
  virtual Result<void> make_directories(const std::string& path) = 0;
  /// Swaps the finished folder `built` into the place of `path`; the old folder is removed only
  /// after the new one stands. The caller has checked that `path` is ours to replace.
  virtual Result<void> replace_directory(const std::string& built, const std::string& path) = 0;
  virtual void remove_directory(const std::string& path) = 0;
  /// Gives an existing file the time of now, content untouched: for Make, which looks at nothing
  /// else.
  virtual Result<void> touch(const std::string& path) = 0;
};

/// The real one.
std::unique_ptr<FileSystem> system_files();

}  // namespace galpi::host
