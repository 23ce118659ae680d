#include "galpi/host/file_system.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace galpi;
using namespace galpi::host;
using tests::TemporaryFolder;

TEST_CASE("what a path leads to is told without opening it", "[host]") {
  const TemporaryFolder folder;
  folder.put("file", "x");
  REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
  REQUIRE(::symlink("file", (folder / "link").c_str()) == 0);
  REQUIRE(::symlink("nowhere", (folder / "dangling").c_str()) == 0);
  REQUIRE(::symlink("loop", (folder / "loop").c_str()) == 0);
  const auto files = system_files();
  CHECK(files->kind(folder / "file") == FileKind::regular);
  CHECK(files->kind(folder / "link") == FileKind::regular);
  CHECK(files->kind(folder.path()) == FileKind::directory);
  CHECK(files->kind(folder / "fifo") == FileKind::other);
  CHECK(files->kind(folder / "dangling") == FileKind::missing);
  CHECK(files->kind(folder / "loop") == FileKind::other);
  CHECK(files->kind(folder / "file/x") == FileKind::missing);
  CHECK(files->kind("/dev/null") == FileKind::other);

  const auto entries = files->list(folder.path());
  REQUIRE(entries);
  struct Row {
    const char* name;
    FileKind kind;
    bool is_link;
  };
  const Row rows[] = {{"dangling", FileKind::other, true},
                      {"fifo", FileKind::other, false},
                      {"file", FileKind::regular, false},
                      {"link", FileKind::regular, true},
                      {"loop", FileKind::other, true}};
  REQUIRE(entries->size() == std::size(rows));
  for (std::size_t i = 0; i < entries->size(); ++i) {
    CHECK((*entries)[i].name == rows[i].name);
    CHECK((*entries)[i].kind == rows[i].kind);
    CHECK((*entries)[i].is_link == rows[i].is_link);
  }
}

TEST_CASE("only regular files are read, and a fifo does not make us wait", "[host]") {
  const TemporaryFolder folder;
  folder.put("한글 이름.md", "내용");
  folder.put("empty", "");
  REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
  REQUIRE(::symlink("loop", (folder / "loop").c_str()) == 0);
  const auto files = system_files();
  CHECK(files->read(folder / "한글 이름.md", 6) == "내용");
  CHECK(files->read(folder / "empty", 0) == "");
  CHECK(files->read("/proc/self/status", 1U << 20U).value().size() > 100);  // says it has size 0

  struct Row {
    std::string path;
    std::string cause;
  };
  const Row rows[] = {{folder / "fifo", "not a regular file"},
                      {folder.path(), "Is a directory"},
                      {folder / "missing", "No such file or directory"},
                      {folder / "loop", "Too many levels of symbolic links"},
                      {"/dev/zero", "not a regular file"},
                      {folder / "empty/x", "Not a directory"}};
  for (const Row& row : rows) {
    const auto content = files->read(row.path, 100);
    REQUIRE_FALSE(content);
    CHECK(content.error().code == ErrorCode::unreadable);
    CHECK(content.error().message == "cannot read " + row.path + ": " + row.cause);
  }
}

TEST_CASE("a file over the limit is refused, one at the limit is read", "[host]") {
  const TemporaryFolder folder;
  const std::string content(200'000, 'x');
  folder.put("large", content);
  const auto files = system_files();
  CHECK(files->read(folder / "large", content.size()) == content);
  const auto refused = files->read(folder / "large", content.size() - 1);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::limit_exceeded);
  CHECK(files->read("/proc/self/status", 10).error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("the names in messages cannot forge a line", "[host]") {
  const auto content = system_files()->read("/no/such\nfile\x1b[31m", 100);
  REQUIRE_FALSE(content);
  CHECK(content.error().message ==
        "cannot read /no/such\\u{A}file\\u{1B}[31m: No such file or directory");
}

TEST_CASE("folders are made with their parents, but not through a file", "[host]") {
  const TemporaryFolder folder;
  folder.put("file", "x");
  const auto files = system_files();
  REQUIRE(files->make_directories(folder / "a/b/c/"));
  REQUIRE(files->make_directories(folder / "a/b/c"));
  CHECK(files->kind(folder / "a/b/c") == FileKind::directory);
  for (const char* path : {"file", "file/x"}) {
    const auto made = files->make_directories(folder / path);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::unwritable);
  }
}

TEST_CASE("links are resolved to where things are", "[host]") {
  const TemporaryFolder folder;
  folder.put("a/file", "x");
  REQUIRE(::symlink("a", (folder / "b").c_str()) == 0);
  const auto files = system_files();
  CHECK(files->resolve(folder / "b/../b/file") == files->resolve(folder / "a/file").value());
  CHECK_FALSE(files->resolve(folder / "missing"));
}
