#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "child.hpp"
#include "galpi/host/file_system.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace galpi;
using namespace galpi::host;
using tests::TemporaryFolder;

namespace {

Result<void> write_file(const std::string& path, const std::string& content) {
  const auto files = system_files();
  GALPI_TRY(const auto file, files->create(path));
  GALPI_CHECK(file->write(content));
  return file->commit();
}

mode_t mode_of(const std::string& path) {
  struct stat status{};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

}  // namespace

TEST_CASE("a file appears with commit and not before, and leaves nothing beside it", "[host]") {
  const TemporaryFolder folder;
  folder.put("out", "old");
  const auto files = system_files();
  {
    const auto file = files->create(folder / "out").value();
    REQUIRE(file->write("new"));
    REQUIRE(file->write(std::string(1'000'000, 'x')));
    CHECK(folder.get("out") == "old");
    REQUIRE(file->commit());
    CHECK(folder.get("out") == "new" + std::string(1'000'000, 'x'));
    CHECK(folder.count() == 1);
  }
  CHECK(folder.count() == 1);
}

TEST_CASE("a file that is dropped without commit leaves no trace", "[host]") {
  const TemporaryFolder folder;
  folder.put("out", "old");
  {
    const auto file = system_files()->create(folder / "out").value();
    REQUIRE(file->write(std::string(1'000'000, 'x')));
    CHECK(folder.count() == 2);
  }
  CHECK(folder.count() == 1);
  CHECK(folder.get("out") == "old");
}

TEST_CASE("the mode of an output follows the umask", "[host]") {
  const TemporaryFolder folder;
  for (const mode_t mask : {mode_t{0}, mode_t{022}, mode_t{077}}) {
    const mode_t before = ::umask(mask);
    CHECK(write_file(folder / "out", "x"));
    ::umask(before);
    CHECK(mode_of(folder / "out") == (0666U & ~mask));
  }
}

TEST_CASE("an output is written through links to the file they name", "[host]") {
  const TemporaryFolder folder;
  folder.put("real/file", "old");
  REQUIRE(::symlink("real/file", (folder / "one").c_str()) == 0);
  REQUIRE(::symlink("one", (folder / "two").c_str()) == 0);
  REQUIRE(::symlink("real/new", (folder / "dangling").c_str()) == 0);
  REQUIRE(write_file(folder / "two", "new"));
  REQUIRE(write_file(folder / "dangling", "made"));
  CHECK(folder.get("real/file") == "new");
  CHECK(folder.get("real/new") == "made");
  CHECK(std::filesystem::is_symlink(folder / "two"));
  CHECK(std::filesystem::is_symlink(folder / "dangling"));
}

TEST_CASE("places that cannot hold a file are refused with the cause", "[host]") {
  const TemporaryFolder folder;
  folder.put("file", "x");
  REQUIRE(::symlink("loop", (folder / "loop").c_str()) == 0);
  REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
  struct Row {
    std::string path;
    std::string cause;
  };
  const Row rows[] = {
      {folder.path(), "Is a directory"},
      {folder / "new/", "Is a directory"},
      {folder / "missing/out", "No such file or directory"},
      {folder / "file/out", "Not a directory"},
      {folder / "loop", "Too many levels of symbolic links"},
      {folder / "fifo", "No such device or address"},
      {folder / std::string(300, 'x'), "File name too long"},
      {"/proc/out", "No such file or directory"},
      {"", "No such file or directory"},
  };
  const std::size_t before = folder.count();
  for (const Row& row : rows) {
    const auto written = write_file(row.path, "x");
    INFO(row.path);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::unwritable);
    CHECK(written.error().message == "cannot write " + row.path + ": " + row.cause);
  }
  CHECK(folder.count() == before);
}

TEST_CASE("names of any length the system takes can be written", "[host]") {
  const TemporaryFolder folder;
  std::string korean;
  while (korean.size() + 3 <= 255) korean += "가";
  for (const std::string& name : {std::string(255, 'x'), korean, std::string("a\nb c")}) {
    REQUIRE(write_file(folder / name, "x"));
    CHECK(folder.get(name) == "x");
  }
}

TEST_CASE("devices are written to and never replaced", "[host]") {
  CHECK(write_file("/dev/null", "x"));
  struct stat status{};
  REQUIRE(::stat("/dev/null", &status) == 0);
  CHECK(S_ISCHR(status.st_mode));
  const auto full = write_file("/dev/full", "x");
  REQUIRE_FALSE(full);
  CHECK(full.error().message == "cannot write /dev/full: No space left on device");
}

TEST_CASE("a limit on file sizes is an error that leaves the old output whole", "[host]") {
  const TemporaryFolder folder;
  folder.put("out", "old");
  const pid_t child = tests::start_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto written = write_file(folder / "out", std::string(1'000'000, 'x'));
    return !written && written.error().message.ends_with("File too large") ? 0 : 1;
  });
  CHECK(tests::wait_for(child) == 0);
  CHECK(folder.get("out") == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("a run that is killed leaves the old file, and the next run sweeps", "[host]") {
  const TemporaryFolder folder;
  folder.put("out", "old");
  folder.put(".keep.tmp", "not ours");
  const pid_t child = tests::start_child([&] {
    const auto files = system_files();
    const auto file = files->create(folder / "out").value();
    CHECK(file->write(std::string(1'000'000, 'x')).has_value());
    ::kill(::getpid(), SIGKILL);
    return 0;
  });
  CHECK(tests::wait_for(child) == 128 + SIGKILL);
  CHECK(folder.get("out") == "old");
  CHECK(folder.count() == 3);
  REQUIRE(write_file(folder / "out", "new"));
  CHECK(folder.get("out") == "new");
  CHECK(folder.count() == 2);
}

TEST_CASE("a run does not sweep what another run is writing", "[host]") {
  const TemporaryFolder folder;
  const auto files = system_files();
  const auto file = files->create(folder / "one").value();
  REQUIRE(write_file(folder / "two", "2"));
  REQUIRE(file->write("1"));
  REQUIRE(file->commit());
  CHECK(folder.get("one") == "1");
}
