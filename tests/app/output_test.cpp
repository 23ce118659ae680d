#include "galpi/app/output.hpp"

#include "support/catch.hpp"
#include "support/memory_files.hpp"

using namespace galpi;
using namespace galpi::app;

namespace {

WriteProduct writes(const std::string& text) {
  return [text](ByteSink& sink) { return sink.write(text); };
}

Result<void> breaks_off(ByteSink& sink) {
  GALPI_CHECK(sink.write("half of it"));
  return fail(ErrorCode::invalid_input, "the rest cannot be made");
}

}  // namespace

TEST_CASE("a file that was written whole is there, one that broke off leaves the old one",
          "[app]") {
  tests::MemoryFiles files;
  REQUIRE(write_file(files, "out.md", writes("one")));
  CHECK(files.files.at("out.md") == "one");
  CHECK_FALSE(write_file(files, "out.md", breaks_off));
  CHECK(files.files.at("out.md") == "one");
  CHECK(files.files.size() == 1);
}

TEST_CASE("a folder is written whole, with a manifest of what is ours", "[app]") {
  tests::MemoryFiles files;
  REQUIRE(write_folder(files, "out/", {{"a.md", writes("a")}, {"b.md", writes("b")}}));
  CHECK(files.files.at("out/a.md") == "a");
  CHECK(files.files.at("out/b.md") == "b");
  CHECK(files.files.at("out/.galpi-manifest") == "galpi 1\na.md\nb.md\n");
}

TEST_CASE("a folder of ours is replaced, and what is gone from the blog is gone from it", "[app]") {
  tests::MemoryFiles files;
  REQUIRE(write_folder(files, "out", {{"old.md", writes("old")}}));
  REQUIRE(write_folder(files, "out", {{"new.md", writes("new")}}));
  CHECK_FALSE(files.files.contains("out/old.md"));
  CHECK(files.files.at("out/new.md") == "new");
}

TEST_CASE("a folder that holds somebody's files is never replaced", "[app]") {
  tests::MemoryFiles files;
  files.files["home/thesis.tex"] = "years of work";
  const auto written = write_folder(files, "home", {{"a.md", writes("a")}});
  REQUIRE_FALSE(written);
  CHECK(written.error().code == ErrorCode::unwritable);
  CHECK(files.files == std::map<std::string, std::string>{{"home/thesis.tex", "years of work"}});
}

TEST_CASE("a file that somebody put into a folder of ours keeps it from being replaced", "[app]") {
  tests::MemoryFiles files;
  REQUIRE(write_folder(files, "out", {{"a.md", writes("a")}}));
  files.files["out/notes.md"] = "mine";
  const auto written = write_folder(files, "out", {{"b.md", writes("b")}});
  REQUIRE_FALSE(written);
  CHECK(written.error().message ==
        "out has files that galpi did not write, such as notes.md; name an empty or new folder");
  CHECK(files.files.at("out/notes.md") == "mine");
}

TEST_CASE("a file in the place of the folder is never replaced", "[app]") {
  tests::MemoryFiles files;
  files.files["out"] = "a file";
  CHECK_FALSE(write_folder(files, "out/", {{"a.md", writes("a")}}));
  CHECK(files.files.at("out") == "a file");
}

TEST_CASE("a folder that breaks off leaves the old one whole and nothing beside it", "[app]") {
  tests::MemoryFiles files;
  REQUIRE(write_folder(files, "out", {{"a.md", writes("old")}}));
  const auto before = files.files;
  CHECK_FALSE(write_folder(files, "out", {{"a.md", writes("new")}, {"b.md", breaks_off}}));
  CHECK(files.files == before);
}

TEST_CASE("whichever operation fails, the old folder or the new one is there, never a mixture",
          "[app]") {
  for (std::size_t allowed = 0;; ++allowed) {
    INFO(allowed);
    tests::MemoryFiles files;
    REQUIRE(write_folder(files, "out", {{"a.md", writes("old")}, {"b.md", writes("old")}}));
    files.operations_left = allowed;
    const bool done =
        write_folder(files, "out", {{"a.md", writes("new")}, {"b.md", writes("new")}}).has_value();
    CHECK(files.files.at("out/a.md") == (done ? "new" : "old"));
    CHECK(files.files.at("out/b.md") == (done ? "new" : "old"));
    if (done) break;
    REQUIRE(allowed < 100);
  }
}
