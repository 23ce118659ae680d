// What only a stream of somebody else's, or somebody hostile, has in it.
#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "tree.hpp"

using namespace galpi;
using model::BlockType;
using model::MarkType;
using sample::paragraph;
using tests::block;
using tests::labelled;

namespace {

std::size_t depth_of(const std::string& json) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (const char c : json) {
    if (c == '[') deepest = std::max(deepest, ++depth);
    if (c == ']') --depth;
  }
  return deepest;
}

}  // namespace

TEST_CASE("nesting without end is flattened and loses no text", "[exporter_pandoc]") {
  for (const BlockType type : {BlockType::quote, BlockType::list}) {
    model::Block nested = paragraph("바닥");
    for (int i = 0; i < 500; ++i) {
      if (type == BlockType::list) nested = block(BlockType::item, "", {std::move(nested)});
      nested = block(type, "", {std::move(nested)});
    }
    const std::string json = tests::exported(tests::edition_of({nested}));
    CHECK(json.contains("바닥"));
    CHECK(depth_of(json) < 400);
  }
}

TEST_CASE("marks that cross, overlap or end beyond the text lose no letter", "[exporter_pandoc]") {
  model::Block text = paragraph("가나다라마");
  text.marks = {{MarkType::strong, 0, 9, ""},
                {MarkType::emphasis, 3, 400, ""},
                {MarkType::code, 6, 12, ""},
                {MarkType::link, 6, 15, "https://example.org/"},
                {MarkType::footnote, 12, 12, "#fn-x"}};
  CHECK(tests::letters_of(tests::exported(tests::edition_of({text}))).ends_with("가나다라마"));
  model::Block deep = paragraph("가나");
  for (int i = 0; i < 5000; ++i) deep.marks.push_back({MarkType::strong, 0, 6, ""});
  const std::string json = tests::exported(tests::edition_of({deep}));
  CHECK(tests::letters_of(json).ends_with("가나"));
  CHECK(depth_of(json) < 200);
}

TEST_CASE("one long row makes a table of short ones no larger", "[exporter_pandoc]") {
  std::vector<model::Block> rows;
  rows.push_back(block(BlockType::row, "", std::vector(2000, block(BlockType::cell, "가"))));
  for (int i = 0; i < 2000; ++i) {
    rows.push_back(block(BlockType::row, "", {block(BlockType::cell, "나")}));
  }
  CHECK(tests::exported(tests::edition_of({block(BlockType::table, "", rows)})).size() < 1'000'000);
  CHECK(tests::blocks_of({block(BlockType::table, "")}).starts_with("Table ["));
}

TEST_CASE("text that looks like markup is text, and characters that XML forbids are not there",
          "[exporter_pandoc]") {
  model::Block text = paragraph("<script>alert(1)</script> \\input{x} ]}\" \x01\x1F\uFFFE끝");
  const std::string json = tests::exported(tests::edition_of({text}));
  CHECK_FALSE(json.contains("RawInline"));
  CHECK_FALSE(json.contains("RawBlock"));
  CHECK_FALSE(json.contains("\\u00"));
  CHECK_FALSE(json.contains("\uFFFE"));
  CHECK(tests::letters_of(json).ends_with("<script>alert(1)</script>\\input{x}]}\"끝"));
}

TEST_CASE("a formula that is a program is shown as its source and reported", "[exporter_pandoc]") {
  DiagnosticList diagnostics;
  const std::string json = tests::exported(
      tests::edition_of({block(BlockType::math, "\\input{/etc/passwd}")}), {}, &diagnostics);
  CHECK(tests::readable(json).contains(
      "Para [Code [[\"\",[\"math\"],[]],\"\\\\input{/etc/passwd}\"]]"));
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == DiagnosticCode::math_unsupported);
}

TEST_CASE("footnotes that refer to themselves end", "[exporter_pandoc]") {
  model::Block item = labelled(BlockType::item, "1", "주[1]");
  item.marks = {{MarkType::footnote, 3, 6, "#fn-1"}};
  model::Block text = paragraph("글[1]");
  text.marks = {{MarkType::footnote, 3, 6, "#fn-1"}};
  CHECK(tests::blocks_of({text, labelled(BlockType::list, "footnotes", "", {item, item})}) ==
        "Para [Str \"글\",Note [Para [Str \"주[1]\"]]]\nPara [Str \"[1]\",Space,Str \"주[1]\"]\n");
}
