#include "line_writer.hpp"

#include "support/catch.hpp"

using galpi::exporters::markdown::LineWriter;

TEST_CASE("lines get the marks of the containers around them", "[exporter_markdown]") {
  std::string text;
  LineWriter lines(text);
  lines.begin_block();
  lines.write("가");
  lines.begin_block();
  lines.enter("> ", "> ");
  lines.begin_block();
  lines.enter("- ", "  ");
  lines.write("나\n다");
  lines.begin_block();
  lines.write("라");
  lines.leave();
  lines.leave();
  lines.begin_block();
  lines.write("마");
  CHECK(text == "가\n\n> - 나\n>   다\n>\n>   라\n\n마\n");
}

TEST_CASE("containers that begin in one line share it", "[exporter_markdown]") {
  std::string text;
  LineWriter lines(text);
  lines.enter("1. ", "   ");
  lines.enter("- ", "  ");
  lines.write("가\n나");
  CHECK(lines.in_container());
  lines.leave();
  lines.leave();
  CHECK_FALSE(lines.in_container());
  CHECK(text == "1. - 가\n     나\n");
}

TEST_CASE("an empty container shows its marker, an empty line no spaces", "[exporter_markdown]") {
  std::string text;
  LineWriter lines(text);
  lines.enter("- ", "  ");
  lines.leave();
  lines.enter("- ", "  ");
  lines.write("```\n\n  x  \n```");
  lines.leave();
  CHECK(text == "-\n- ```\n\n    x  \n  ```\n");
}
