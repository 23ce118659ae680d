#include "app/tex_log.hpp"

#include "support/catch.hpp"

using galpi::app::read_tex_log;
using galpi::app::TexLog;

TEST_CASE("a character that no font has is said with the post and its line", "[app]") {
  const TexLog log = read_tex_log(
      "This is LuaHBTeX\n"
      "Package galpi Warning: No font has U+1F52C (post 3, line 41) on input line 812.\n"
      "Output written on book.pdf\n");
  REQUIRE(log.faults.size() == 1);
  CHECK(log.faults[0].post == 3);
  CHECK(log.faults[0].line == 41);
  CHECK(log.faults[0].message == "No font has U+1F52C");
  CHECK(log.error.empty());
}

TEST_CASE("what else a reader would miss is a fault too", "[app]") {
  for (const char* line :
       {"Missing character: There is no X (U+2603) in font NanumMyeongjo!",
        "LaTeX Warning: Reference `p7' on page 3 undefined on input line 90.",
        "Package hyperref Warning: Hyper reference `p7' on page 1 undefined on input line 9."}) {
    INFO(line);
    CHECK(read_tex_log(std::string(line) + "\n").faults.size() == 1);
  }
}

TEST_CASE("warnings about beauty are no faults", "[app]") {
  const TexLog log = read_tex_log(
      "Overfull \\hbox (3.1pt too wide) in paragraph at lines 1--2\n"
      "LaTeX Font Warning: Font shape `TU/NanumMyeongjo(0)/m/it' undefined\n"
      "LaTeX Warning: Label(s) may have changed. Rerun to get cross-references right.\n");
  CHECK(log.faults.empty());
  CHECK(log.wants_another_run);
}

TEST_CASE("the first error of TeX is the one that is told", "[app]") {
  CHECK(read_tex_log("! Undefined control sequence.\n! Emergency stop.\n").error ==
        "Undefined control sequence.");
  CHECK(read_tex_log("").error.empty());
}

TEST_CASE("where TeX stopped is a place in a post", "[app]") {
  CHECK(read_tex_log("! Double superscript.\nl.42 x^a^\n         b\n").error_line == 42);
  const std::string document =
      "\\documentclass{book}\n\\galpipost{1}\n\\galpiat{9}one\n\\galpipost{2}\n\\galpiat{5}two\nthree\n";
  struct Row {
    std::size_t line;
    std::size_t post;
    std::uint32_t at;
  };
  for (const Row row : {Row{1, 0, 0}, Row{3, 1, 9}, Row{4, 2, 9}, Row{5, 2, 5}, Row{6, 2, 5},
                        Row{60, 2, 5}}) {
    INFO(row.line);
    const auto place = galpi::app::place_in_posts(document, row.line);
    CHECK(place.post == row.post);
    CHECK(place.line == row.at);
  }
}

TEST_CASE("the character that no font has is read from the message", "[app]") {
  CHECK(galpi::app::missing_character("No font has U+1F52C") == U'\U0001F52C');
  CHECK(galpi::app::missing_character("Reference `p7' undefined") == 0);
}
