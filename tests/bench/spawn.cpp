// Runs one program and writes `wall-seconds cpu-seconds peak-KiB status` to descriptor 3.
// Why not wait4() in bench.py: a process inherits the peak memory of the one that started it, so
// Python's own 20 MiB would hide everything smaller. This program is too small to hide anything.
// Usage: galpi_bench_spawn PROGRAM ARGUMENT…   (status: exit status, or minus the signal)
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <ctime>

namespace {

double now() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const double start = now();
  const pid_t child = fork();
  if (child < 0) return 3;
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG,
          SIGKILL);  // a timeout kills this program; the child must not outlive it
    close(3);
    execvp(arguments[1], arguments + 1);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) return 3;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  dprintf(3, "%.6f %.6f %ld %d\n", now() - start, seconds(usage.ru_utime) + seconds(usage.ru_stime),
          usage.ru_maxrss, code);
  return 0;
}
