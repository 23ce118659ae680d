#include "support/catch.hpp"
#include "tree.hpp"

using namespace galpi;
using model::BlockType;
using model::MarkType;
using sample::mark;
using sample::paragraph;
using tests::block;
using tests::blocks_of;
using tests::labelled;

TEST_CASE("each type of block is its node in pandoc", "[exporter_pandoc]") {
  struct Row {
    model::Block block;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {paragraph("글\n둘"), "Para [Str \"글\",LineBreak,Str \"둘\"]\n"},
      {block(BlockType::html, "<굵게>"), "Para [Str \"<굵게>\"]\n"},
      {block(BlockType::rule, ""), "HorizontalRule\n"},
      {labelled(BlockType::code, "c++ x", "a  b\n\tc\n"),
       "CodeBlock [[\"\",[\"c++\"],[]],\"a  b\\n\\tc\"]\n"},
      {block(BlockType::math, "x^2"), "Para [Math [DisplayMath,\"x^2\"]]\n"},
      {block(BlockType::quote, "", {paragraph("글")}), "BlockQuote [Para [Str \"글\"]]\n"},
      {block(BlockType::list, "", {block(BlockType::item, "글"), block(BlockType::item, "")}),
       "BulletList [[Plain [Str \"글\"]],[]]\n"},
      {labelled(BlockType::list, "3", "", {block(BlockType::item, "글")}),
       "OrderedList [[3,Decimal,Period],[[Plain [Str \"글\"]]]]\n"},
      {block(BlockType::list, "",
             {labelled(BlockType::item, "[x]", "함"), labelled(BlockType::item, "[ ]", "안 함")}),
       "BulletList [[Plain [Str \"☒\",Space,Str \"함\"]],"
       "[Plain [Str \"☐\",Space,Str \"안\",Space,Str \"함\"]]]\n"},
      {labelled(BlockType::point, "goal", "글"),
       "DefinitionList [[[Str \"목표\"],[[Plain [Str \"글\"]]]]]\n"},
      {block(BlockType::point, "글"), "BulletList [[Plain [Str \"글\"]]]\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    CHECK(blocks_of({row.block}) == row.expected);
  }
}

TEST_CASE("a table has a head, alignments, and one wide cell for what a row lacks",
          "[exporter_pandoc]") {
  const auto cell = [](std::string alignment, std::string text) {
    return labelled(BlockType::cell, std::move(alignment), std::move(text));
  };
  const model::Block table =
      block(BlockType::table, "",
            {block(BlockType::row, "", {cell("left", "a1"), cell("right", "b1"), cell("", "c1")}),
             block(BlockType::row, "", {cell("left", "a2")})});
  exporters::PandocOptions plain;
  plain.language_spans = false;
  CHECK(blocks_of({table}, plain) ==
        "Table [-,[null,[]],[[AlignLeft,ColWidthDefault],[AlignRight,ColWidthDefault],"
        "[AlignDefault,ColWidthDefault]],"
        "[-,[[-,[[-,AlignDefault,1,1,[Plain [Str \"a1\"]]],[-,AlignDefault,1,1,[Plain [Str "
        "\"b1\"]]],[-,AlignDefault,1,1,[Plain [Str \"c1\"]]]]]]],"
        "[[-,0,[],[[-,[[-,AlignDefault,1,1,[Plain [Str \"a2\"]]],[-,AlignDefault,1,2,[]]]]]]],"
        "[-,[]]]\n");
}

TEST_CASE("each mark is its node in pandoc", "[exporter_pandoc]") {
  struct Row {
    MarkType type;
    std::string url, expected;
  };
  const std::vector<Row> rows = {
      {MarkType::emphasis, "", "Emph [Str \"가\"]"},
      {MarkType::strong, "", "Strong [Str \"가\"]"},
      {MarkType::strikethrough, "", "Strikeout [Str \"가\"]"},
      {MarkType::superscript, "", "Superscript [Str \"가\"]"},
      {MarkType::subscript, "", "Subscript [Str \"가\"]"},
      {MarkType::code, "", "Code [-,\"가\"]"},
      {MarkType::math, "", "Math [InlineMath,\"가\"]"},
      {MarkType::link, "https://example.org/ㄱ",
       "Link [-,[Str \"가\"],[\"https://example.org/%E3%84%B1\",\"\"]]"},
      {MarkType::image, "https://example.org/a.png",
       "Link [-,[Str \"가\"],[\"https://example.org/a.png\",\"\"]]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    model::Block text = paragraph("가 나");
    mark(text, row.type, "가", row.url);
    CHECK(blocks_of({text}) == "Para [" + row.expected + ",Space,Str \"나\"]\n");
  }
}

TEST_CASE("addresses that lead nowhere in a book become text, images included",
          "[exporter_pandoc]") {
  for (const std::string url :
       {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/etc/passwd", "../../x",
        "//host/x", "https://user@host/", "\x01"}) {
    for (const MarkType type : {MarkType::link, MarkType::image}) {
      CAPTURE(url);
      model::Block text = paragraph("가");
      mark(text, type, "가", url);
      CHECK(blocks_of({text}) == "Para [Str \"가\"]\n");
    }
  }
}

TEST_CASE("an image of the edition keeps its url, or has the name of its file",
          "[exporter_pandoc]") {
  model::Block text = paragraph("그림");
  mark(text, MarkType::image, "그림", "/a.png");
  model::Edition edition = tests::edition_of({text});
  edition.images.push_back({"/a.png", "image/png", "img-1.png", "PNG"});
  exporters::PandocOptions options;
  CHECK(tests::readable(tests::exported(edition, options))
            .contains("Para [Image [-,[Str \"그림\"],[\"/a.png\",\"\"]]]"));
  options.images = exporters::PandocImages::files;
  CHECK(tests::readable(tests::exported(edition, options))
            .contains("Para [Image [-,[Str \"그림\"],[\"img-1.png\",\"\"]]]"));
}

TEST_CASE("a footnote stands where it is first referred to, and nowhere else",
          "[exporter_pandoc]") {
  model::Block text = paragraph("글[1] 또[1]");
  text.marks = {{MarkType::footnote, 3, 6, "#fn-1"}, {MarkType::footnote, 10, 13, "#fn-1"}};
  model::Block inner = labelled(BlockType::item, "1", "주석[2]");
  inner.marks = {{MarkType::footnote, 6, 9, "#fn-2"}};
  const model::Block notes = labelled(BlockType::list, "footnotes", "",
                                      {inner, labelled(BlockType::item, "2", "남은 주석")});
  CHECK(blocks_of({text, notes}) ==
        "Para [Str \"글\",Note [Para [Str \"주석[2]\"]],Space,Str \"또[1]\"]\n"
        "Para [Str \"[2]\",Space,Str \"남은\",Space,Str \"주석\"]\n");
}

TEST_CASE("Latin words say that they are English, if the format can", "[exporter_pandoc]") {
  CHECK(blocks_of({paragraph("LLM은 큰 model")}) ==
        "Para [Span [[\"\",[],[[\"lang\",\"en\"]]],[Str \"LLM\"]],Str \"은\",Space,Str \"큰\","
        "Space,Span [[\"\",[],[[\"lang\",\"en\"]]],[Str \"model\"]]]\n");
  exporters::PandocOptions plain;
  plain.language_spans = false;
  CHECK(blocks_of({paragraph("LLM은")}, plain) == "Para [Str \"LLM은\"]\n");
}
