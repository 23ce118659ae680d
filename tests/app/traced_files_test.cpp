#include "galpi/app/traced_files.hpp"

#include "galpi/app/output.hpp"
#include "galpi/base/sha256.hpp"
#include "support/catch.hpp"
#include "support/memory_files.hpp"

using namespace galpi;
using namespace galpi::app;

namespace {

struct Traced {
  FileTrace trace;
  tests::MemoryFiles* inner = nullptr;  ///< owned by `files`
  std::unique_ptr<host::FileSystem> files;

  Traced() {
    auto memory = std::make_unique<tests::MemoryFiles>();
    inner = memory.get();
    files = traced_files(std::move(memory), trace);
  }
};

Result<void> write_word(ByteSink& sink) { return sink.write("word"); }

}  // namespace

TEST_CASE("what is read is known by its content, what fails is not", "[app]") {
  Traced traced;
  traced.inner->files["a"] = "one";
  CHECK(traced.files->read("a", 10));
  CHECK_FALSE(traced.files->read("b", 10));
  CHECK_FALSE(traced.files->read("a", 1));
  CHECK(traced.trace.reads == std::map<std::string, std::string>{{"a", sha256_hex("one")}});
}

TEST_CASE("what was looked for is remembered, there or not, and what could not be read", "[app]") {
  Traced traced;
  traced.inner->files["a"] = "one";
  CHECK(traced.files->kind("a") == host::FileKind::regular);
  CHECK(traced.files->kind("b") == host::FileKind::missing);
  CHECK_FALSE(traced.files->read("a", 1));
  CHECK_FALSE(traced.files->read("c", 1));
  CHECK(traced.trace.asked == std::set<std::string>{"a", "b", "c"});
}

TEST_CASE("only what is committed counts as written", "[app]") {
  Traced traced;
  CHECK(write_file(*traced.files, "a", write_word));
  CHECK_FALSE(write_file(*traced.files, "b", [](ByteSink&) -> Result<void> {
    return fail(ErrorCode::unwritable, "no");
  }));
  traced.inner->operations_left = 2;  // to open and to write
  CHECK_FALSE(write_file(*traced.files, "c", write_word));
  CHECK(traced.trace.writes == std::map<std::string, std::string>{{"a", sha256_hex("word")}});
}

TEST_CASE("a folder that is swapped in was written where it now stands", "[app]") {
  Traced traced;
  CHECK(write_folder(*traced.files, "out/", {{"day.md", write_word}}));
  CHECK(traced.trace.writes.size() == 2);
  CHECK(traced.trace.writes.at("out/day.md") == sha256_hex("word"));
  CHECK(traced.trace.writes.contains("out/.galpi-manifest"));
}

TEST_CASE("what happens in a folder that is taken away again is nobody's business", "[app]") {
  Traced traced;
  const auto work = traced.files->create_directory_beside("book.pdf");
  REQUIRE(work);
  CHECK(write_file(*traced.files, *work + "/book.tex", write_word));
  CHECK(traced.files->read(*work + "/book.tex", 10));
  CHECK(traced.files->kind(*work + "/book.log") == host::FileKind::missing);
  traced.files->remove_directory(*work);
  CHECK(traced.trace.reads.empty());
  CHECK(traced.trace.writes.empty());
  CHECK(traced.trace.asked.empty());
}
