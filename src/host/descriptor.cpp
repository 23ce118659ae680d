#include "descriptor.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "galpi/base/diagnostic.hpp"

namespace galpi::host {
namespace {

constexpr std::size_t read_step = std::size_t{64} << 10U;

void wait_until(int descriptor, short event) {
  pollfd request{descriptor, event, 0};
  ::poll(&request, 1, -1);
}

std::unexpected<Error> cannot_read(const std::string& path, int cause) {
  return std::unexpected(system_error(ErrorCode::unreadable, "read", path, cause));
}

Result<void> require_regular(const std::string& path, mode_t mode) {
  if (S_ISREG(mode)) return {};
  if (S_ISDIR(mode)) return cannot_read(path, EISDIR);
  return fail(ErrorCode::unreadable, fmt::format("cannot read {}: not a regular file",
                                                 quote_for_message(path, longest_path_shown)));
}

}  // namespace

int Descriptor::close() {
  const int number = std::exchange(number_, -1);
  // Linux has closed the descriptor even when it says EINTR.
  return number >= 0 && ::close(number) != 0 && errno != EINTR ? errno : 0;
}

Error system_error(ErrorCode code, std::string_view verb, const std::string& path, int cause) {
  return Error{code,
               fmt::format("cannot {} {}: {}", verb, quote_for_message(path, longest_path_shown),
                           std::generic_category().message(cause)),
               std::nullopt};
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      wait_until(descriptor, POLLOUT);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

Result<Descriptor> open_regular(const std::string& path, std::size_t& size) {
  struct stat status{};
  // Looked at before it is opened, as opening alone makes some devices act; and again afterwards,
  // as the name may lead elsewhere by then.
  if (::stat(path.c_str(), &status) != 0) return cannot_read(path, errno);
  GALPI_CHECK(require_regular(path, status.st_mode));
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  if (!file.is_open() || ::fstat(file.get(), &status) != 0) return cannot_read(path, errno);
  GALPI_CHECK(require_regular(path, status.st_mode));
  size = static_cast<std::size_t>(status.st_size);
  return file;
}

ssize_t read_some(int descriptor, char* target, std::size_t size) {
  for (;;) {
    const ssize_t count = ::read(descriptor, target, size);
    if (count >= 0) return count;
    if (errno == EAGAIN) {
      wait_until(descriptor, POLLIN);
    } else if (errno != EINTR) {
      return -errno;
    }
  }
}

int read_all(int descriptor, std::size_t limit, std::string& target) {
  while (target.size() <= limit) {
    const std::size_t used = target.size();
    // What the caller has reserved is read into as it is: growing a string writes zeros first.
    const std::size_t room = target.capacity() - used;
    const std::size_t step =
        std::min(room > 0 ? room : std::max(read_step, used / 2), limit + 1 - used);
    ssize_t count = 0;
    target.resize_and_overwrite(used + step, [&](char* bytes, std::size_t) {
      count = read_some(descriptor, bytes + used, step);
      return used + static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    });
    if (count < 0) return static_cast<int>(-count);
    if (count == 0) break;
  }
  return 0;
}

}  // namespace galpi::host
