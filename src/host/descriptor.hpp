// File descriptors that close themselves, and reading and writing that knows about EINTR.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "galpi/base/result.hpp"

namespace galpi::host {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  int get() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  /// 0, or the errno of close(), which for some file systems is where a full disk shows.
  int close();

 private:
  int number_ = -1;
};

/// Messages show this many bytes of a path.
inline constexpr std::size_t longest_path_shown = 400;

/// `cannot VERB PATH: CAUSE`, with the cause of `cause` (an errno).
Error system_error(ErrorCode code, std::string_view verb, const std::string& path, int cause);

/// Opens a regular file for reading; a folder, a device or a fifo fails with unreadable and is
/// never opened. `size` becomes the file's size in bytes as it was then.
Result<Descriptor> open_regular(const std::string& path, std::size_t& size);

/// 0, or the errno that stopped it. Waits when the descriptor is non-blocking.
int write_all(int descriptor, std::string_view bytes);

/// What is there, at most `size` bytes: their number, 0 at the end, or minus an errno.
ssize_t read_some(int descriptor, char* target, std::size_t size);

/// Reads to the end into `target`, but no more than `limit` + 1 bytes. 0 or an errno. Who knows the
/// size reserves a byte more: the end shows when nothing comes any more.
int read_all(int descriptor, std::size_t limit, std::string& target);

}  // namespace galpi::host
