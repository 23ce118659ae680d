// Parts of a test that must run in a process of their own.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace galpi::tests {

/// Runs `work` in a child process, whose exit status it returns. Gives the child's id.
template <class Work>
pid_t start_child(Work work) {
  const pid_t id = ::fork();
  if (id == 0) {
    // Catch's handlers would report the signals that these tests send on purpose.
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) std::signal(number, SIG_DFL);
    ::_exit(work());
  }
  return id;
}

/// The exit status as a shell would give it: 128+n after signal n.
inline int wait_for(pid_t id) {
  int status = 0;
  ::waitpid(id, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace galpi::tests
