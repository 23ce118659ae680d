#include "support/memory_files.hpp"

#include "support/catch.hpp"

using namespace galpi;
using host::FileKind;
using tests::MemoryFiles;

TEST_CASE("the file system in memory behaves as the real one where tests rely on it", "[host]") {
  MemoryFiles files;
  files.files = {{"site/_posts/b.md", "B"}, {"site/_posts/a.md", "A"}};
  files.links = {{"site/_posts/c.md", "site/_posts/a.md"}, {"site/_posts/d.md", "nowhere"}};
  files.specials = {"site/_posts/pipe"};
  CHECK(files.kind("site/_posts/") == FileKind::directory);
  CHECK(files.kind("site/_posts/c.md") == FileKind::regular);
  CHECK(files.kind("site/_posts/d.md") == FileKind::missing);
  CHECK(files.read("site/_posts/c.md", 10) == "A");
  CHECK(files.read("site/_posts/a.md", 0).error().code == ErrorCode::limit_exceeded);
  CHECK(files.resolve("site/_posts/c.md") == "site/_posts/a.md");
  CHECK_FALSE(files.read("site/_posts", 10));

  const auto entries = files.list("site/_posts");
  REQUIRE(entries);
  REQUIRE(entries->size() == 5);
  CHECK((*entries)[0].name == "a.md");
  CHECK((*entries)[2].is_link);
  CHECK((*entries)[3].kind == FileKind::other);
  CHECK(files.read_paths.size() == 3);
}

TEST_CASE("nothing appears in memory before it is committed", "[host]") {
  MemoryFiles files;
  auto file = files.create("out").value();
  REQUIRE(file->write("x"));
  CHECK(files.files.empty());
  REQUIRE(file->commit());
  CHECK(files.files.at("out") == "x");
  files.operations_left = 0;
  CHECK_FALSE(files.create("out"));
}
