#include "blocks.hpp"

#include "reading.hpp"
#include "support/catch.hpp"
#include "support/cmark.hpp"

using namespace galpi;
using galpi::model::Block;
using galpi::model::BlockType;
using galpi::tests::block;
using galpi::tests::labelled;
using galpi::tests::paragraph;

namespace {

Block item(std::string text, std::vector<Block> children = {}) {
  return block(BlockType::item, std::move(text), std::move(children));
}
Block list(std::vector<Block> items) { return block(BlockType::list, "", std::move(items)); }
Block numbered(std::string first, std::vector<Block> items) {
  return labelled(BlockType::list, std::move(first), "", std::move(items));
}
Block quote(std::vector<Block> children) {
  return block(BlockType::quote, "", std::move(children));
}

}  // namespace

TEST_CASE("blocks are written so that they are read back", "[exporter_markdown]") {
  struct Row {
    std::vector<Block> blocks;
    const char* markdown;
  };
  const Row rows[] = {
      {{paragraph("가"), paragraph("나")}, "가\n\n나\n"},
      {{list({item("가"), item("", {paragraph("나"), list({item("다")})}), item("라")})},
       "- 가\n- 나\n  - 다\n- 라\n"},
      {{list({item("", {paragraph("가"), numbered("3", {item("나"), item("다")})})})},
       "- 가\n\n  3. 나\n  4. 다\n"},
      {{list({item("", {paragraph("가"), paragraph("나")}), item("다")})},
       "- 가\n\n  나\n\n- 다\n"},
      {{list({item("가")}), list({item("나")}), list({item("다")})}, "- 가\n\n* 나\n\n- 다\n"},
      {{numbered("9", {item("가"), item("나")}), numbered("1", {item("다")})},
       "9. 가\n10. 나\n\n1) 다\n"},
      {{list({labelled(BlockType::item, "[x]", "가"), labelled(BlockType::item, "[ ]", "나")})},
       "- [x] 가\n- [ ] 나\n"},
      {{list({item("[x] 가")})}, "- \\[x] 가\n"},
      {{list({item("", {block(BlockType::rule, "")}), item("가")})}, "- ___\n\n- 가\n"},
      {{list({item("", {list({item("가")})})})}, "- - 가\n"},
      {{quote({paragraph("가"), quote({paragraph("나")}), list({item("다")})})},
       "> 가\n>\n> > 나\n>\n> - 다\n"},
      {{quote({paragraph("가")}), quote({paragraph("나")})}, "> 가\n\n> 나\n"},
      {{labelled(BlockType::code, "cpp", "a\n\n```\n  b")}, "````cpp\na\n\n```\n  b\n````\n"},
      {{list({item("", {paragraph("가"), block(BlockType::code, "x\n\n\ty")})})},
       "- 가\n\n  ```\n  x\n\n  \ty\n  ```\n"},
      {{block(BlockType::math, "a\n\\\\ b")}, "$$\na\n\\\\ b\n$$\n"},
      {{block(BlockType::math, "a\n= b\n+ c\n-d")}, "$$\na\n= b\n    + c\n-d\n$$\n"},
      {{paragraph("가"), block(BlockType::rule, ""), paragraph("나")}, "가\n\n---\n\n나\n"},
      {{paragraph("    가"), paragraph("\t나")}, "가\n\n나\n"},
  };
  for (const Row& row : rows) {
    const std::string markdown = tests::body_of(row.blocks);
    CHECK(markdown == row.markdown);
    if (row.blocks[0].text.starts_with(' ')) continue;
    CHECK(tests::written_and_read(row.blocks) == tests::comparable(row.blocks));
  }
}

TEST_CASE("items begin with any block, in every form", "[exporter_markdown]") {
  const Block cells = block(BlockType::row, "", {block(BlockType::cell, "a")});
  const Block image = [] {
    Block made = block(BlockType::image, "그림");
    made.marks = {{model::MarkType::image, 0, 6, "a.png"}};
    return made;
  }();
  struct Row {
    Block first;
    const char* item;
  };
  const Row rows[] = {
      {quote({paragraph("나")}), "- > 나\n"},
      {quote({list({item("나")})}), "- > - 나\n"},
      {quote({quote({paragraph("나")})}), "- > > 나\n"},
      {block(BlockType::code, "x\n y"), "- ```\n  x\n   y\n  ```\n"},
      {block(BlockType::table, "", {cells, cells}), "- | a |\n  |---|\n  | a |\n"},
      {list({item("나")}), "- - 나\n"},
      {list({item("", {quote({paragraph("나")})})}), "- - > 나\n"},
      {numbered("3", {item("나")}), "- 3. 나\n"},
      {block(BlockType::math, "x\n+ y"), "- $$\n  x\n      + y\n  $$\n"},
      {image, "- ![그림](a.png)\n"},
      {block(BlockType::rule, ""), "- ___\n"},
  };
  for (const Row& row : rows) {
    const std::vector<Block> blocks = {list({item("가"), item("", {row.first}), item("다")})};
    const model::Post post = tests::review_of(blocks);
    for (const auto form : {exporters::MarkdownForm::annotated,
                            exporters::MarkdownForm::interleaved, exporters::MarkdownForm::table}) {
      const std::string markdown =
          tests::day_markdown(tests::edition_of(post), {form, model::Languages::both});
      INFO(markdown);
      CHECK(markdown.contains(row.item));
      model::Post back = tests::read_back(markdown);
      back.source.clear();
      CHECK(tests::comparable(back) == tests::comparable(post));
    }
  }
}

TEST_CASE("an image is a paragraph of its own", "[exporter_markdown]") {
  Block image = block(BlockType::image, "그림 [1]");
  image.marks = {{model::MarkType::image, 0, 10, "/a b.png"}};
  const std::vector<Block> blocks = {paragraph("가"), image};
  CHECK(tests::body_of(blocks) == "가\n\n![그림 \\[1&#93;](</a b.png>)\n");
  CHECK(tests::written_and_read(blocks) == tests::comparable(blocks));
}

TEST_CASE("what was raw HTML is text", "[exporter_markdown]") {
  CHECK(tests::body_of({block(BlockType::html, "<div>가</div>")}) == "\\<div>가\\</div>\n");
}

TEST_CASE("lines of a formula open no blocks in cmark", "[exporter_markdown]") {
  const std::string markdown = tests::body_of(
      {block(BlockType::math, "a\n+ b\n- c\n= d\n\n# e\n> f\n1. g\n===\n```\n| h |\n<div>")});
  const auto document = tests::parse_markdown(markdown);
  cmark_node* const first = cmark_node_first_child(document.get());
  INFO(markdown << tests::tree_of(document.get()));
  CHECK(cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH);
  CHECK(cmark_node_next(first) == nullptr);
}

TEST_CASE("a formula that dollars cannot hold is fenced", "[exporter_markdown]") {
  CHECK(tests::body_of({block(BlockType::math, "a $$ b")}) == "```math\na $$ b\n```\n");
}

TEST_CASE("points carry their labels", "[exporter_markdown]") {
  const std::vector<Block> points = {
      labelled(BlockType::point, "goal", "가"),
      labelled(BlockType::point, "motivation", "", {paragraph("나"), paragraph("다")}),
      labelled(BlockType::point, "contribution", "", {list({item("라")})}),
      block(BlockType::point, "마")};
  CHECK(tests::body_of(points) ==
        "- Goal: 가\n\n- Motivation: 나\n\n  다\n\n- Contribution:\n\n  - 라\n\n- 마\n");
  CHECK(tests::body_of({points[0], points[3]}) == "- Goal: 가\n- 마\n");
}

TEST_CASE("footnotes are defined where they stand, and references lead to them",
          "[exporter_markdown]") {
  Block text = paragraph("가[a]: 나[b_c]", {{model::MarkType::footnote, 3, 6, "#fn-a"},
                                            {model::MarkType::footnote, 11, 16, "#fn-b_c"}});
  const Block notes =
      labelled(BlockType::list, "footnotes", "",
               {labelled(BlockType::item, "a", "첫째"),
                labelled(BlockType::item, "b_c", "", {paragraph("둘째"), paragraph("셋째")})});
  model::Post post = tests::review_of({text});
  post.sections.emplace_back().blocks = {notes};
  const std::string markdown =
      tests::without_front_matter(tests::day_markdown(tests::edition_of(post)));
  CHECK(markdown == "가[^a]\\: 나[^b_c]\n\n[^a]: 첫째\n\n[^b_c]: 둘째\n\n    셋째\n");
  model::Post back = tests::read_back(tests::day_markdown(tests::edition_of(post)));
  CHECK(tests::comparable(back) == tests::comparable(post));
}

TEST_CASE("parts of lists and tables that stand alone keep their text", "[exporter_markdown]") {
  CHECK(tests::body_of({item("가"), block(BlockType::cell, "나"),
                        block(BlockType::row, "", {block(BlockType::cell, "다")})}) ==
        "가\n\n나\n\n다\n");
  CHECK(tests::body_of({block(BlockType::code, "")}) == "```\n```\n");
  CHECK(tests::body_of({list({})}).empty());
  CHECK(tests::body_of({list({item("")})}) == "-\n");
}
