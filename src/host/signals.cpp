#include "galpi/host/signals.hpp"

#include <cerrno>
#include <csignal>

#include "cleanup.hpp"

namespace galpi::host {
namespace {

void clean_up_and_die(int number) {
  const int saved = errno;
  clean_up_in_signal_handler();
  std::signal(number, SIG_DFL);
  ::raise(number);  // blocked until we return, then it ends the process
  errno = saved;
}

}  // namespace

void remove_temporaries_on_signal() {
  struct sigaction action{};
  action.sa_handler = clean_up_and_die;
  // One clean-up at a time: a second signal waits for the first.
  sigemptyset(&action.sa_mask);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&action.sa_mask, number);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before{};
    if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    ::sigaction(number, &action, nullptr);
  }
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace galpi::host
