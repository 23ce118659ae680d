#include "ingest/line_tracker.hpp"

#include "support/catch.hpp"

using namespace galpi::ingest;

namespace {

/// One letter per line: b(lank) t(ext) h(eading) r(ule) F(ence open) f(ence inside) C(lose) c(ode)
/// x(HTML).
std::string kinds(std::string_view text) {
  LineTracker tracker(64);
  std::string letters;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    letters += "bthrFfCcx"[static_cast<std::size_t>(tracker.read(text.substr(0, end)).kind)];
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return letters;
}

}  // namespace

TEST_CASE("the tracker tells prose from code", "[ingest]") {
  struct Row {
    std::string_view text;
    std::string_view kinds;
  };
  const Row rows[] = {
      {"글\n\n# 제목\n---\n", "tbhr"},
      {"글\n---\n", "tt"},
      {"```\n# a\n```\n글\n", "FfCt"},
      {"````\n```\n````\n", "FfC"},
      {"~~~\n```\n~~~\n", "FfC"},
      {"``` a`b\n글\n", "tt"},
      {"    코드\n", "c"},
      {"글\n    이어짐\n", "tt"},
      {"- 항목\n\n  ```\n  x\n  ```\n", "tbFfC"},
      {"- ```\n  x\n글\n", "Fft"},
      {"> ```\n> x\n글\n", "Fft"},
      {"- a\n\n      코드\n", "tbc"},
      {"- a\n\n    글\n", "tbt"},
      {"1. a\n   - b\n\n     c\n", "ttbt"},
      {"> 글\n게으름\n", "tt"},
      {"* * *\n- - -\n", "rr"},
      {"<div>\n*x*\n\n글\n", "xxbt"},
      {"<think>\n글\n", "tt"},
      {"<pre>\n\na\n</pre>\n글\n", "xxxxt"},
      {"[^1]: 주\n    이어짐\n\n    둘째\n", "ttbt"},
      {"\t코드\n-\ta\n", "ct"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(kinds(row.text) == row.kinds);
  }
}

TEST_CASE("the tracker knows where the text of a line begins", "[ingest]") {
  LineTracker tracker(3);
  CHECK(tracker.read("> - 1. 글").content == 7);
  CHECK(tracker.peek(">      이어짐") == 7);
  CHECK_FALSE(tracker.peek("밖").has_value());
  const TrackedLine many = LineTracker(3).read("- - - - - x");
  CHECK(many.too_many_markers);
  CHECK(many.content == 6);
  CHECK_FALSE(LineTracker(3).read("- - - - -").too_many_markers);
  CHECK(LineTracker(3).read("[^1]: 주").footnote == 0);
}
