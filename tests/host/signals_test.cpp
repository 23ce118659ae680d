#include "galpi/host/signals.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <thread>

#include "child.hpp"
#include "galpi/host/file_system.hpp"
#include "galpi/host/process.hpp"
#include "galpi/host/standard_streams.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace galpi;
using namespace galpi::host;
using tests::TemporaryFolder;

namespace {

/// A process in the middle of writing a file and a folder, which says on `ready` when it is there.
int write_and_wait(const TemporaryFolder& folder, int ready) {
  remove_temporaries_on_signal();
  const auto files = system_files();
  const auto file = files->create(folder / "out").value();
  CHECK(file->write(std::string(1'000'000, 'x')).has_value());
  const std::string built = files->create_directory_beside(folder / "pages").value();
  const auto page = files->create(built + "/page").value();
  CHECK(page->commit().has_value());
  static_cast<void>(::write(ready, "r", 1));
  for (;;) ::pause();
}

}  // namespace

TEST_CASE("a signal removes what was half written and ends us with its own status", "[host]") {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    const TemporaryFolder folder;
    folder.put("out", "old");
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = tests::start_child([&] { return write_and_wait(folder, ready[1]); });
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    CHECK(folder.count() == 4);
    ::kill(child, number);
    CHECK(tests::wait_for(child) == 128 + number);
    CHECK(folder.count() == 1);
    CHECK(folder.get("out") == "old");
    ::close(ready[0]);
    ::close(ready[1]);
  }
}

TEST_CASE("a signal takes the programs we started with it", "[host]") {
  const TemporaryFolder folder;
  const pid_t child = tests::start_child([&] {
    remove_temporaries_on_signal();
    ProcessRequest request;
    request.arguments = {
        "sh", "-c", "echo > " + (folder / "started") + "; sleep 1; echo > " + (folder / "late")};
    return SystemProcessRunner().run(request) ? 0 : 1;
  });
  while (folder.count() == 0) ::usleep(1000);
  ::usleep(20'000);
  ::kill(child, SIGINT);
  CHECK(tests::wait_for(child) == 128 + SIGINT);
  ::usleep(1'200'000);
  CHECK(folder.count() == 1);
}

TEST_CASE("a signal that was ignored before stays ignored", "[host]") {
  const pid_t child = tests::start_child([] {
    std::signal(SIGHUP, SIG_IGN);
    remove_temporaries_on_signal();
    ::raise(SIGHUP);
    return 7;
  });
  CHECK(tests::wait_for(child) == 7);
}

TEST_CASE("a closed or full standard output is an error, not a death", "[host]") {
  struct Row {
    const char* name;
    int (*open_output)();
    const char* message;
  };
  const Row rows[] = {
      {"full disk", [] { return ::open("/dev/full", O_WRONLY); },
       "cannot write standard output: No space left on device"},
      {"closed pipe",
       [] {
         int ends[2];
         if (::pipe(ends) != 0) return -1;
         ::close(ends[0]);
         return ends[1];
       },
       "cannot write standard output: Broken pipe"},
      {"read-only descriptor", [] { return ::open("/dev/null", O_RDONLY); },
       "cannot write standard output: Bad file descriptor"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const pid_t child = tests::start_child([&] {
      remove_temporaries_on_signal();
      ::dup2(row.open_output(), STDOUT_FILENO);
      const auto written = standard_output()->write("x");
      return !written && written.error().code == ErrorCode::unwritable &&
                     written.error().message == row.message
                 ? 0
                 : 1;
    });
    CHECK(tests::wait_for(child) == 0);
  }
}
