#include "galpi/host/process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>

#include "cleanup.hpp"
#include "descriptor.hpp"
#include "galpi/base/diagnostic.hpp"
#include "spawn.hpp"

namespace galpi::host {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t errors_kept = std::size_t{64} << 10U;
constexpr std::chrono::milliseconds look_interval{10};

/// Writing to a child that has closed its stdin raises SIGPIPE, which must not end us whatever the
/// program that uses this library does about signals.
class SigpipeHeld {
 public:
  SigpipeHeld() {
    sigemptyset(&pipe_only_);
    sigaddset(&pipe_only_, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe_only_, &before_);
  }
  SigpipeHeld(const SigpipeHeld&) = delete;
  SigpipeHeld& operator=(const SigpipeHeld&) = delete;
  ~SigpipeHeld() {
    const timespec now{0, 0};
    if (sigismember(&before_, SIGPIPE) == 0) ::sigtimedwait(&pipe_only_, nullptr, &now);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t pipe_only_{};
  sigset_t before_{};
};

/// One run of one program: feeds it, listens to it, and sees to its end.
class Conversation {
 public:
  Conversation(const ProcessRequest& request, Spawned child)
      : request_(request),
        child_(std::move(child)),
        group_(child_.id),
        deadline_(Clock::now() + request.timeout) {}
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;
  ~Conversation() {
    ::kill(-child_.id, SIGKILL);  // whatever of the group is left, grandchildren too
    if (!ended_) ::waitpid(child_.id, nullptr, 0);
  }

  Result<ProcessResult> run() {
    while (child_.output.is_open() || child_.errors.is_open() || !ended_) {
      if (Clock::now() >= deadline_) {
        return failed(fmt::format("ran longer than {} ms and was ended", request_.timeout.count()));
      }
      exchange();
      if (result_.output.size() > request_.output_limit) {
        return failed(fmt::format("wrote more than {} bytes and was ended", request_.output_limit));
      }
      // A grandchild may hold the pipes open for ever; what the program wrote itself is read.
      if (!ended_)
        look_for_end();
      else if (idle_)
        break;
    }
    return std::move(result_);
  }

 private:
  std::unexpected<Error> failed(const std::string& what) const {
    return fail(ErrorCode::external_failed,
                fmt::format("{} {}", quote_for_message(request_.arguments[0]), what));
  }

  void exchange() {
    std::array<pollfd, 3> watched{{{child_.input.get(), POLLOUT, 0},
                                   {child_.output.get(), POLLIN, 0},
                                   {child_.errors.get(), POLLIN, 0}}};
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
    const auto wait = std::clamp<long>(left, 0, look_interval.count());
    idle_ = ::poll(watched.data(), watched.size(), static_cast<int>(wait)) <= 0;
    if (watched[0].revents != 0) feed();
    if (watched[1].revents != 0) {
      listen(child_.output, result_.output, request_.output_limit + 1);
    }
    if (watched[2].revents != 0) listen(child_.errors, result_.errors, errors_kept);
  }

  void feed() {
    const std::string_view rest = request_.input.substr(fed_);
    if (!rest.empty()) {
      const SigpipeHeld held;
      const ssize_t count = ::write(child_.input.get(), rest.data(), rest.size());
      if (count > 0) fed_ += static_cast<std::size_t>(count);
      if (count >= 0 || errno == EAGAIN || errno == EINTR) {
        if (fed_ < request_.input.size()) return;
      }
    }
    child_.input.close();  // all given, or the program does not want more
  }

  /// Keeps at most `most` bytes but reads on, so that the program does not block.
  static void listen(Descriptor& from, std::string& target, std::size_t most) {
    std::array<char, 65536> buffer;
    const ssize_t count = ::read(from.get(), buffer.data(), buffer.size());
    if (count > 0) {
      const auto size = static_cast<std::size_t>(count);
      target.append(buffer.data(), std::min(size, most - std::min(most, target.size())));
    } else if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
      from.close();
    }
  }

  void look_for_end() {
    int status = 0;
    if (::waitpid(child_.id, &status, WNOHANG) != child_.id) return;
    ended_ = true;
    result_.exit_status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    child_.input.close();
  }

  const ProcessRequest& request_;
  Spawned child_;
  GroupRegistration group_;
  Clock::time_point deadline_;
  ProcessResult result_;
  std::size_t fed_ = 0;
  bool ended_ = false;
  bool idle_ = false;
};

}  // namespace

Result<ProcessResult> SystemProcessRunner::run(const ProcessRequest& request) {
  if (request.arguments.empty()) return fail(ErrorCode::external_failed, "no program was named");
  GALPI_TRY(Spawned child, spawn(request.arguments, request.environment));
  return Conversation(request, std::move(child)).run();
}

}  // namespace galpi::host
