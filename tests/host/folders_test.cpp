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

Result<std::string> build(FileSystem& files, const std::string& path, const std::string& content) {
  GALPI_TRY(std::string built, files.create_directory_beside(path));
  GALPI_TRY(const auto file, files.create(built + "/page"));
  GALPI_CHECK(file->write(content));
  GALPI_CHECK(file->commit());
  return built;
}

}  // namespace

TEST_CASE("a folder is built beside its place and swapped in whole", "[host]") {
  const TemporaryFolder folder;
  const auto files = system_files();
  for (const char* content : {"first", "second"}) {
    const std::string built = build(*files, folder / "out/", content).value();
    CHECK(files->kind(built) == FileKind::directory);
    REQUIRE(files->replace_directory(built, folder / "out/"));
    CHECK(folder.get("out/page") == content);
    CHECK(folder.count() == 2);
  }
}

TEST_CASE("what was in the old folder goes with it", "[host]") {
  const TemporaryFolder folder;
  folder.put("out/old/deep/file", "x");
  const auto files = system_files();
  const std::string built = build(*files, folder / "out", "new").value();
  CHECK(folder.get("out/old/deep/file") == "x");
  REQUIRE(files->replace_directory(built, folder / "out"));
  CHECK(folder.count() == 2);
}

TEST_CASE("a link to a folder stays a link, and its folder is replaced", "[host]") {
  const TemporaryFolder folder;
  folder.put("elsewhere/real/old", "x");
  REQUIRE(::symlink("elsewhere/real", (folder / "out").c_str()) == 0);
  const auto files = system_files();
  const std::string built = build(*files, folder / "out", "new").value();
  REQUIRE(files->replace_directory(built, folder / "out"));
  CHECK(std::filesystem::is_symlink(folder / "out"));
  CHECK(folder.get("elsewhere/real/page") == "new");
  CHECK_FALSE(std::filesystem::exists(folder / "elsewhere/real/old"));
}

TEST_CASE("a folder never replaces a file", "[host]") {
  const TemporaryFolder folder;
  folder.put("out", "file");
  const auto files = system_files();
  const std::string built = build(*files, folder / "out", "new").value();
  const auto replaced = files->replace_directory(built, folder / "out");
  REQUIRE_FALSE(replaced);
  CHECK(replaced.error().code == ErrorCode::unwritable);
  CHECK(folder.get("out") == "file");
  files->remove_directory(built);
  CHECK(folder.count() == 1);
}

TEST_CASE("a folder cannot be built where there is no parent", "[host]") {
  const TemporaryFolder folder;
  const auto built = system_files()->create_directory_beside(folder / "missing/out");
  REQUIRE_FALSE(built);
  CHECK(built.error().code == ErrorCode::unwritable);
}

TEST_CASE("folders of killed runs are swept by the next, those of living ones are not", "[host]") {
  const TemporaryFolder folder;
  const pid_t child = tests::start_child([&] {
    const auto files = system_files();
    CHECK(build(*files, folder / "out", "half").has_value());
    ::kill(::getpid(), SIGKILL);
    return 0;
  });
  CHECK(tests::wait_for(child) == 128 + SIGKILL);
  CHECK(folder.count() == 2);
  const auto one = system_files();
  const std::string alive = build(*one, folder / "other", "1").value();
  CHECK(folder.count() == 2);
  const auto two = system_files();
  const std::string built = build(*two, folder / "out", "2").value();
  CHECK(std::filesystem::exists(alive));
  REQUIRE(two->replace_directory(built, folder / "out"));
  REQUIRE(one->replace_directory(alive, folder / "other"));
  CHECK(folder.count() == 4);
}
