#include "galpi/model/json.hpp"

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "galpi/text/utf8.hpp"
#include "sample_post.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::model;

namespace {

std::string json_of(const Post& post) {
  std::string json;
  append_post_json(json, post);
  return json;
}

}  // namespace

TEST_CASE("a post is written with the documented keys in the documented order", "[model]") {
  Digest digest = test::sample_digest();
  digest.post.papers[0].sections[1].blocks.resize(1);
  const std::string sections =
      R"([{"kind":"introduction","heading":"서론","level":2,"status":"stated","blocks":[)"
      R"({"type":"point","label":"goal","text":"빠르게 읽는다.","marks":[],"children":[],"at":{"line":12,"column":9}},)"
      R"({"type":"point","label":null,"text":"느리다.","marks":[],"children":[],"at":{"line":13,"column":3}}],)"
      R"("at":{"line":11,"column":1}},)"
      R"({"kind":"method","heading":"Method","level":2,"status":"truncated","blocks":[)"
      R"({"type":"paragraph","text":"주의(attention)를\n쓴다 [1]","marks":[)"
      R"({"type":"strong","start":0,"end":13},)"
      R"({"type":"link","start":3,"end":12,"url":"https://example.org/a?b=\"c\""},)"
      R"({"type":"footnote","start":18,"end":21,"url":"#fn-1"}],"children":[],"at":{"line":16,"column":1}}],)"
      R"("at":{"line":15,"column":1}}])";
  CHECK(
      json_of(digest.post) ==
      R"({"date":"2024-01-05","time":"08:15:00","title":"읽은 논문 — 1월 5일","tags":["papers","made-up"],)"
      R"("categories":[],"source":"_posts/2024-01-05-widgets.md","kind":"digest","papers":[)"
      R"({"number":1,"title":"Widgets: A \"Study\" of \\ Things","system":"Widgets",)"
      R"("url":"https://arxiv.org/abs/2401.01234v2","arxiv":{"id":"2401.01234","version":2},)"
      R"("links":[{"text":"Overview","url":"https://example.org/overview/2401.01234"}],)"
      R"("at":{"line":7,"column":1},"sections":)" +
          sections +
          R"(}],"sections":[{"kind":"other","heading":null,"level":0,"status":"stated","blocks":[)"
          R"({"type":"quote","text":"","marks":[],"children":[)"
          R"({"type":"paragraph","text":"오늘의 글","marks":[],"children":[],"at":{"line":5,"column":3}}],)"
          R"("at":{"line":5,"column":1}}],"at":{"line":5,"column":1}}]})");
}

TEST_CASE("what is not known is null, and only points always have a label", "[model]") {
  Post post;
  post.date = {2024, 2, 29};
  post.papers.resize(1);
  const std::string json = json_of(post);
  CHECK(json.find(R"("time":null)") != std::string::npos);
  CHECK(json.find(R"({"number":null,"title":"","system":null,"url":null,"arxiv":null,"links":[],)"
                  R"("at":{"line":0,"column":0},"sections":[]})") != std::string::npos);
}

TEST_CASE("JSON strings are what another reader reads", "[model]") {
  const std::string texts[] = {
      "",         "한글", "\"",          "\\", "a\nb\tc\rd", "</a>", std::string(1, '\x01'),
      "\x1F\x7F", "𝛼β",   "\xE2\x80\xA8"};
  for (const std::string& text : texts) {
    Post post;
    post.title = text;
    CHECK(nlohmann::json::parse(json_of(post))["title"] == text);
  }
}

TEST_CASE("a file name that is not UTF-8 still gives a line that is", "[model]") {
  Digest digest;
  digest.post.date = {2024, 1, 1};
  digest.file = "\xB0\xA1.md";
  const std::string line = to_json_line(digest, {});
  CHECK_FALSE(text::find_invalid_utf8(line));
  CHECK(nlohmann::json::parse(line)["carry"]["file"] == "\xEF\xBF\xBD\xEF\xBF\xBD.md");
}

TEST_CASE("a line is one line, whatever is in the post", "[model]") {
  const std::string line = to_json_line(test::sample_digest(), test::sample_diagnostics());
  CHECK(line.find('\n') == line.size() - 1);
  CHECK(line.starts_with(R"({"galpi":1,"post":{"date":)"));
}

TEST_CASE("the sample's line is its golden file", "[model]") {
  constexpr const char* path = GALPI_SOURCE_DIR "/tests/golden/model/sample.jsonl";
  const std::string line = to_json_line(test::sample_digest(), test::sample_diagnostics());
  if (std::getenv("GALPI_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << line;
  std::ostringstream golden;
  golden << std::ifstream(path).rdbuf();
  CHECK(line == golden.str());
}

TEST_CASE("a post comes back from its line as it was, anchors and diagnostics included",
          "[model]") {
  const Digest digest = test::sample_digest();
  const auto diagnostics = test::sample_diagnostics();
  const auto read = from_json_line(to_json_line(digest, diagnostics));
  REQUIRE(read);
  CHECK(read->digest == digest);
  CHECK(read->diagnostics == diagnostics);
}

TEST_CASE("random posts come back from their lines as they were", "[model]") {
  test::RandomPosts posts(20260101);
  for (int i = 0; i < 500; ++i) {
    const Digest digest = posts.next();
    const std::string line = to_json_line(digest, {});
    const auto read = from_json_line(line);
    if (!read) {
      FAIL(read.error().message << "\n" << line);
    }
    REQUIRE(read->digest == digest);
    REQUIRE(to_json_line(read->digest, read->diagnostics) == line);
  }
}
