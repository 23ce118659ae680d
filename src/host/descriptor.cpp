#include "descriptor.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "galpi/base/diagnostic.hpp"

namespace galpi::host {
namespace {

constexpr std::size_t longest_path_shown = 400;
constexpr std::size_t read_step = std::size_t{64} << 10U;

void wait_until_writable(int descriptor) {
  pollfd request{descriptor, POLLOUT, 0};
  ::poll(&request, 1, -1);
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
      wait_until_writable(descriptor);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

int read_all(int descriptor, std::size_t limit, std::string& target) {
  std::size_t used = target.size();
  while (used <= limit) {
    const std::size_t step = std::min(std::max(read_step, used / 2), limit + 1 - used);
    if (target.size() < used + step) target.resize(used + step);
    const ssize_t count = ::read(descriptor, target.data() + used, target.size() - used);
    if (count == 0) break;
    if (count > 0) {
      used += static_cast<std::size_t>(count);
    } else if (errno == EAGAIN) {
      pollfd request{descriptor, POLLIN, 0};
      ::poll(&request, 1, -1);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  target.resize(used);
  return 0;
}

}  // namespace galpi::host
