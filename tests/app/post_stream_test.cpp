#include "galpi/app/post_stream.hpp"

#include <deque>

#include "galpi/model/json.hpp"
#include "support/catch.hpp"
#include "support/memory_files.hpp"

using namespace galpi;
using namespace galpi::app;

namespace {

std::string post(const std::string& title) {
  return "---\ntitle: " + title +
         "\n---\n\n# 1. [A](https://arxiv.org/abs/1706.03762)\n\n## Method\n\n글이다.\n";
}

/// Lines from a list.
class FakeLines final : public host::LineReader {
 public:
  explicit FakeLines(std::deque<std::string> lines) : lines_(std::move(lines)) {}
  Result<std::optional<std::string>> next(std::size_t) override {
    if (lines_.empty()) return std::nullopt;
    std::string line = std::move(lines_.front());
    lines_.pop_front();
    return line;
  }

 private:
  std::deque<std::string> lines_;
};

struct Run {
  std::vector<StreamedPost> posts;
  Result<void> result;
  std::vector<Diagnostic> diagnostics;

  std::vector<std::string> titles() const {
    std::vector<std::string> found;
    for (const StreamedPost& one : posts) {
      if (one.post) found.push_back(one.post->post().title);
    }
    return found;
  }
};

Run stream(const tests::MemoryFiles& files, SourceSettings sources,
           std::deque<std::string> lines = {}) {
  Run run;
  DiagnosticList diagnostics;
  const StageSettings stages{false, false, terms::GlossMode::none};
  const OpenLines open = [&](const std::string&) -> Result<std::unique_ptr<host::LineReader>> {
    return std::make_unique<FakeLines>(lines);
  };
  run.result = stream_posts(files, open, sources, stages, {}, diagnostics, [&](StreamedPost one) {
    run.posts.push_back(std::move(one));
    return true;
  });
  run.diagnostics = diagnostics.take();
  return run;
}

tests::MemoryFiles blog() {
  tests::MemoryFiles files;
  for (const char* name : {"2026-10-02-b", "2026-10-01-a", "2026-09-30-z"}) {
    files.files["blog/_posts/" + std::string(name) + ".md"] = post(name);
  }
  return files;
}

}  // namespace

TEST_CASE("posts come in the order of their names, whatever the number of threads", "[app]") {
  for (unsigned jobs : {1U, 2U, 8U}) {
    SourceSettings sources;
    sources.inputs = {"blog/_posts"};
    sources.jobs = jobs;
    CHECK(stream(blog(), sources).titles() ==
          std::vector<std::string>{"2026-09-30-z", "2026-10-01-a", "2026-10-02-b"});
  }
}

TEST_CASE("only posts of the range come through, both ends included", "[app]") {
  SourceSettings sources;
  sources.inputs = {"blog/_posts"};
  sources.range = {Date{2026, 9, 30}, Date{2026, 10, 1}};
  CHECK(stream(blog(), sources).titles() ==
        std::vector<std::string>{"2026-09-30-z", "2026-10-01-a"});
}

TEST_CASE("a draft is left out and said", "[app]") {
  tests::MemoryFiles files;
  files.files["2026-10-01-a.md"] = "---\ntitle: a\npublished: false\n---\n글이다.\n";
  SourceSettings sources;
  sources.inputs = {"2026-10-01-a.md"};
  const Run run = stream(files, sources);
  REQUIRE(run.posts.size() == 1);
  CHECK_FALSE(run.posts[0].post);
  REQUIRE(run.posts[0].diagnostics.size() == 1);
  CHECK(run.posts[0].diagnostics[0].code == DiagnosticCode::post_unpublished);
}

TEST_CASE("a post that cannot be read does not stop the others and says why", "[app]") {
  tests::MemoryFiles files = blog();
  files.files["blog/_posts/2026-10-01-a.md"] = std::string("\xFF\xFE#\0 \0", 6);
  SourceSettings sources;
  sources.inputs = {"blog/_posts"};
  const Run run = stream(files, sources);
  CHECK(run.titles() == std::vector<std::string>{"2026-09-30-z", "2026-10-02-b"});
  REQUIRE(run.posts[1].error);
  CHECK(run.posts[1].error->code == ErrorCode::invalid_input);
}

TEST_CASE("a post that cannot be read and is not in the range is nobody's business", "[app]") {
  tests::MemoryFiles files = blog();
  files.files["blog/_posts/2026-10-01-a.md"] = std::string("\xFF\xFE#\0 \0", 6);
  SourceSettings sources;
  sources.inputs = {"blog/_posts"};
  sources.range = {Date{2026, 10, 2}, Date{2026, 10, 2}};
  for (const StreamedPost& one : stream(files, sources).posts) CHECK_FALSE(one.error);
}

TEST_CASE("an input that is not there fails", "[app]") {
  SourceSettings sources;
  sources.inputs = {"no/such/folder"};
  const Run run = stream({}, sources);
  REQUIRE_FALSE(run.result);
  CHECK(run.result.error().code == ErrorCode::unreadable);
}

TEST_CASE("JSON lines come back as the posts they were, from a file and from stdin", "[app]") {
  SourceSettings sources;
  sources.inputs = {"blog/_posts"};
  const Run first = stream(blog(), sources);
  std::deque<std::string> lines;
  for (const StreamedPost& one : first.posts) {
    std::string line = model::to_json_line(one.post->annotated.digest, one.diagnostics);
    line.pop_back();
    lines.push_back(line);
  }
  for (const char* input : {"posts.jsonl", "-"}) {
    sources.inputs = {input};
    const Run second = stream({}, sources, lines);
    REQUIRE(second.posts.size() == first.posts.size());
    for (std::size_t i = 0; i < first.posts.size(); ++i) {
      REQUIRE(second.posts[i].post);
      CHECK(second.posts[i].post->annotated.digest == first.posts[i].post->annotated.digest);
      CHECK(second.posts[i].diagnostics == first.posts[i].diagnostics);
    }
  }
}

TEST_CASE("a broken line of JSON is an error with its line number", "[app]") {
  SourceSettings sources;
  sources.inputs = {"posts.jsonl"};
  const Run run = stream({}, sources, {"{\"galpi\":1,\"post\":{}}", "not JSON"});
  REQUIRE(run.posts.size() == 2);
  REQUIRE(run.posts[1].error);
  REQUIRE(run.posts[1].error->span);
  CHECK(run.posts[1].error->span->at.line == 2);
}

TEST_CASE("stdin that is no JSON is one post", "[app]") {
  SourceSettings sources;
  sources.inputs = {"-"};
  const Run run =
      stream({}, sources, {"---", "title: 표준 입력", "date: 2026-10-05", "---", "글이다."});
  CHECK(run.titles() == std::vector<std::string>{"표준 입력"});
}

TEST_CASE("of thousands of reports of one kind the first thousand are kept, and it is said",
          "[app]") {
  tests::MemoryFiles files;
  std::string body = "---\ntitle: 하루\n---\n";
  for (int i = 0; i < 3'000; ++i)
    body += "\n# 1. [A](https://arxiv.org/abs/1706.03762)\n\n## 방법\n";
  files.files["blog/_posts/2026-10-02-b.md"] = body;
  SourceSettings sources;
  sources.inputs = {"blog/_posts"};
  const Run run = stream(files, sources);
  REQUIRE(run.posts.size() == 1);
  std::size_t repeated = 0;
  std::string last;
  for (const Diagnostic& diagnostic : run.posts[0].diagnostics) {
    if (diagnostic.code != DiagnosticCode::paper_repeated_in_post) continue;
    ++repeated;
    last = diagnostic.message;
  }
  CHECK(repeated == 1001);
  CHECK(last.ends_with("(no more of this kind are listed for this post)"));
}
