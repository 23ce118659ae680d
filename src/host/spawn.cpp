#include "spawn.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>

#include "galpi/base/diagnostic.hpp"

namespace galpi::host {
namespace {

struct Pipe {
  Descriptor read;
  Descriptor write;
};

/// Above the standard streams, which may be closed: else dup2() in the child could overwrite one
/// pipe with another.
Descriptor above_standard(int number) {
  const Descriptor low(number);
  return Descriptor(::fcntl(low.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

Result<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return fail(ErrorCode::external_failed,
                fmt::format("cannot make a pipe: {}", std::generic_category().message(errno)));
  }
  Pipe pipe{above_standard(ends[0]), above_standard(ends[1])};
  if (!pipe.read.is_open() || !pipe.write.is_open()) {
    return fail(ErrorCode::external_failed, "cannot make a pipe: too many open files");
  }
  return pipe;
}

void set_non_blocking(const Descriptor& descriptor) {
  ::fcntl(descriptor.get(), F_SETFL, ::fcntl(descriptor.get(), F_GETFL) | O_NONBLOCK);
}

/// Owns what posix_spawn wants to be told.
class SpawnSettings {
 public:
  SpawnSettings(const Pipe& input, const Pipe& output, const Pipe& errors) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input.read.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, output.write.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, errors.write.get(), STDERR_FILENO);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setpgroup(&attributes_, 0);
    sigset_t set;
    sigemptyset(&set);
    posix_spawnattr_setsigmask(&attributes_, &set);
    for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, number);
    posix_spawnattr_setsigdefault(&attributes_, &set);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  pointers.reserve(strings.size() + 1);
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Result<Spawned> spawn(const std::vector<std::string>& arguments,
                      const std::vector<std::string>& more_environment) {
  GALPI_TRY(Pipe input, make_pipe());
  GALPI_TRY(Pipe output, make_pipe());
  GALPI_TRY(Pipe errors, make_pipe());
  const SpawnSettings settings(input, output, errors);
  std::vector<std::string> argument_copies = arguments;
  const char* const search_path = std::getenv("PATH");  // NOLINT: nobody changes it
  std::vector<std::string> environment = {
      fmt::format("PATH={}", search_path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : search_path),
      "LC_ALL=C.UTF-8"};
  environment.insert(environment.end(), more_environment.begin(), more_environment.end());
  pid_t id = 0;
  const int cause =
      ::posix_spawnp(&id, arguments[0].c_str(), settings.actions(), settings.attributes(),
                     pointers_to(argument_copies).data(), pointers_to(environment).data());
  if (cause != 0) {
    const std::string why = cause == ENOENT ? "it is not installed (not found in PATH)"
                                            : std::generic_category().message(cause);
    return fail(ErrorCode::external_failed,
                fmt::format("cannot run {}: {}", quote_for_message(arguments[0]), why));
  }
  set_non_blocking(input.write);
  set_non_blocking(output.read);
  set_non_blocking(errors.read);
  return Spawned{id, std::move(input.write), std::move(output.read), std::move(errors.read)};
}

}  // namespace galpi::host
