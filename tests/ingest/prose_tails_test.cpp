#include "prose_tails.hpp"

#include "ingest/parsed.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

const std::string prose = "본 연구는 대규모 언어 모델을 위한 미세 조정 방법을 제안한다.";

}  // namespace

TEST_CASE("a tail follows a letter behind the first bytes of a line of prose", "[ingest]") {
  struct Row {
    std::string line;
    std::size_t from;
    std::size_t tail;  // 0: none
  };
  const Row rows[] = {
      {"a line of prose", 0, 1},
      {"- a line of prose", 2, 3},
      {"## 2.1 A line of prose", 0, 8},  // not behind a digit or a space
      {"prose", 0, 0},
      {"2025. 10. 7.", 0, 0},
      {"- - - - - - - - - - - - - - - - - - - - - - - - -", 0, 0},
      {"================================================", 0, 0},
      {prose, 0, 3},  // the end of a syllable
      {prose + "  ", 0, 3},
      {prose + "\t", 0, 0},
      {prose + " ##", 0, 0},
      {prose + " ##  ", 0, 0},
      {prose + " | " + prose, 0, 0},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    CHECK(ingest::find_prose_tail(row.line, row.from) ==
          (row.tail == 0 ? row.line.size() : row.tail));
  }
}

TEST_CASE("an outline has the lines of the text without their tails", "[ingest]") {
  CHECK(ingest::outline_of("abcdef\n\nghijkl\nmno", {{2, 6}, {9, 14}}) == "ab\n\ng\nmno");
  CHECK(ingest::outline_of("abc", {}) == "abc");
}

TEST_CASE("whatever a long line is to cmark, none of it is lost", "[ingest]") {
  const std::string bodies[] = {
      prose,
      prose + "  \n" + prose + "\\\n" + prose,
      "- " + prose + "\n  " + prose + "\n  - " + prose + " **굵은 글** `code`",
      "> " + prose + "\n" + prose,
      "# " + prose + " ##",
      "## " + prose,
      prose + "\n===",
      prose + "\n---",
      prose + "\n|---|\n" + prose,
      "| " + prose + " | b |\n|---|---|\n| " + prose + " | c |\n" + prose,
      "> " + prose + "\n> |---|\n> " + prose,
      "[^1]: " + prose + "\n\n" + prose + "[^1]",
      "```\n" + prose + "\n```",
      "    " + prose,
      "- [ ] " + prose,
      "+ > - " + prose + "\n" + prose + "\n\t" + prose,  // half of the tab is indentation
      "A formula $$x\n= y$$ in " + prose,
      "Its bar |x| in $|x|$ and `a|b` in " + prose,
  };
  for (const std::string& body : bodies) {
    INFO(body);
    const std::string text = tests::text_of(tests::parse_body(body).post);
    std::size_t found = 0;
    for (std::size_t at = text.find(prose); at != std::string::npos;
         at = text.find(prose, at + 1)) {
      ++found;
    }
    std::size_t written = 0;
    for (std::size_t at = body.find(prose); at != std::string::npos;
         at = body.find(prose, at + 1)) {
      ++written;
    }
    CHECK(found == written);
  }
}
