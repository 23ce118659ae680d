#include "reading.hpp"
#include "support/catch.hpp"

using namespace galpi;
using galpi::model::Block;
using galpi::model::BlockType;
using galpi::tests::block;
using galpi::tests::labelled;
using galpi::tests::paragraph;

namespace {

Block row(std::vector<Block> cells) { return block(BlockType::row, "", std::move(cells)); }
Block cell(std::string text) { return block(BlockType::cell, std::move(text)); }
Block table(std::vector<Block> rows) { return block(BlockType::table, "", std::move(rows)); }

constexpr exporters::MarkdownOptions side_by_side = {exporters::MarkdownForm::table,
                                                     model::Languages::both};

}  // namespace

TEST_CASE("the author's tables are read back", "[exporter_markdown]") {
  Block coded = cell("a|b `c`");
  coded.marks = {{model::MarkType::code, 0, 3, ""}};
  const std::vector<Block> blocks = {table(
      {row({labelled(BlockType::cell, "left", "p(x|y)"),
            labelled(BlockType::cell, "center", "가\n나"),
            labelled(BlockType::cell, "right", "- 다"), cell("")}),
       row({labelled(BlockType::cell, "left", "\\|"), labelled(BlockType::cell, "center", "**"),
            labelled(BlockType::cell, "right", "1. 2"), coded})})};
  CHECK(tests::body_of(blocks) ==
        "| p(x\\|y) | 가<br>나 | - 다 |  |\n"
        "|:---|:---:|---:|---|\n"
        "| \\\\\\| | \\*\\* | 1. 2 | `a\\|b` \\`c\\` |\n");
  CHECK(tests::written_and_read(blocks) == tests::comparable(blocks));
}

TEST_CASE("ragged tables are filled up, empty ones left out", "[exporter_markdown]") {
  CHECK(tests::body_of({table({row({cell("a")}), row({cell("b"), cell("c")})})}) ==
        "| a |  |\n|---|---|\n| b | c |\n");
  CHECK(tests::body_of({table({}), table({row({})})}).empty());
}

TEST_CASE("sentences stand side by side, a table for what belongs together",
          "[exporter_markdown]") {
  model::Edition edition = tests::edition_of(tests::review_of(
      {labelled(BlockType::point, "goal", "목표이다."), paragraph("하나. 둘 p(x|y). 셋."),
       block(BlockType::list, "", {block(BlockType::item, "항목.")}),
       labelled(BlockType::list, "3", "", {block(BlockType::item, "세 번째.")}),
       block(BlockType::rule, ""), paragraph("끝.")}));
  tests::translate(edition, "목표이다.", {"The goal."});
  tests::translate(edition, "하나. 둘 p(x|y). 셋.", {"One.", "", "Three|3."});
  tests::translate(edition, "세 번째.", {"Third."});
  CHECK(tests::without_front_matter(tests::day_markdown(edition, side_by_side)) ==
        "| 한국어 | English |\n|---|---|\n| Goal: 목표이다. | Goal: The goal. |\n"
        "| 하나. | One. |\n| 둘 p(x\\|y). | |\n| 셋. | Three\\|3. |\n| • 항목. | |\n"
        "| 3. 세 번째. | 3. Third. |\n\n---\n\n끝.\n");
}

TEST_CASE("in containers the table form is interleaved", "[exporter_markdown]") {
  model::Edition edition =
      tests::edition_of(tests::review_of({block(BlockType::quote, "", {paragraph("가다.")})}));
  tests::translate(edition, "가다.", {"Going."});
  CHECK(tests::without_front_matter(tests::day_markdown(edition, side_by_side)) ==
        "> 가다.\n>\n> > Going.\n");
}

TEST_CASE("cells hold both languages", "[exporter_markdown]") {
  model::Edition edition =
      tests::edition_of(tests::review_of({table({row({cell("어절")}), row({cell("가 `|`")})})}));
  tests::translate(edition, "어절", {"word"});
  tests::translate(edition, "가 `|`", {"a|b"});
  CHECK(tests::without_front_matter(tests::day_markdown(
            edition, {exporters::MarkdownForm::interleaved, model::Languages::both})) ==
        "| 어절<br>word |\n|---|\n| 가 \\`\\|\\`<br>a\\|b |\n");
}
