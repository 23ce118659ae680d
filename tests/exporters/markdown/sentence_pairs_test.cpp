#include "reading.hpp"
#include "support/catch.hpp"

using namespace galpi;
using galpi::model::Block;
using galpi::model::BlockType;
using galpi::model::MarkType;
using galpi::tests::block;
using galpi::tests::mark_of;
using galpi::tests::paragraph;

namespace {

constexpr exporters::MarkdownOptions pairs = {exporters::MarkdownForm::interleaved,
                                              model::Languages::both};
constexpr exporters::MarkdownOptions english = {exporters::MarkdownForm::interleaved,
                                                model::Languages::english};

std::string body(const model::Edition& edition, const exporters::MarkdownOptions& options) {
  return tests::without_front_matter(tests::day_markdown(edition, options));
}

}  // namespace

TEST_CASE("each sentence is followed by its translation as a quote", "[exporter_markdown]") {
  model::Edition edition = tests::edition_of(
      tests::review_of({paragraph("하나. 둘. 셋."), paragraph("그대로."),
                        block(BlockType::list, "",
                              {block(BlockType::item, "항목."), block(BlockType::item, "끝")})}));
  tests::translate(edition, "하나. 둘. 셋.", {"One.", "", "Three: 1. 2."});
  tests::translate(edition, "항목.", {"- Item."});
  CHECK(body(edition, pairs) ==
        "하나.\n\n> One.\n\n둘.\n\n셋.\n\n> Three: 1. 2.\n\n그대로.\n\n"
        "- 항목.\n\n  > \\- Item.\n\n- 끝\n");
}

TEST_CASE("a quote of the author's behind an untranslated sentence is set apart",
          "[exporter_markdown]") {
  const Block quote = block(BlockType::quote, "", {paragraph("인용.")});
  model::Edition edition =
      tests::edition_of(tests::review_of({paragraph("하나."), quote, paragraph("둘."), quote}));
  tests::translate(edition, "하나.", {"One."});
  CHECK(body(edition, pairs) == "하나.\n\n> One.\n\n> 인용.\n\n둘.\n\n<!-- -->\n\n> 인용.\n");
}

TEST_CASE("English alone falls back to Korean, and keeps what only Korean shows",
          "[exporter_markdown]") {
  const std::string text = "하나[1]. 둘. 셋.";
  model::Post post = tests::review_of(
      {paragraph(text, {{MarkType::footnote, 6, 9, "#fn-a"}}), paragraph("그대로.")});
  post.sections.emplace_back().blocks = {tests::labelled(
      BlockType::list, "footnotes", "", {tests::labelled(BlockType::item, "a", "주.")})};
  model::Edition edition = tests::edition_of(post);
  tests::translate(edition, text, {"One~1.", "", "Three~3."});
  CHECK(body(edition, english) == "One\\~1.[^a] 둘. Three\\~3.\n\n그대로.\n\n[^a]: 주.\n");
}

TEST_CASE("an image says in English what it shows", "[exporter_markdown]") {
  Block image = block(BlockType::image, "그림");
  image.marks = {{MarkType::image, 0, 6, "/x.png"}};
  model::Edition edition = tests::edition_of(tests::review_of({image}));
  tests::translate(edition, "그림", {"A figure"});
  CHECK(body(edition, english) == "![A figure](/x.png)\n");
  CHECK(body(edition, pairs) == "![그림](/x.png)\n\n> A figure\n");
}

TEST_CASE("Korean alone, and the annotated form, have no English sentences",
          "[exporter_markdown]") {
  model::Edition edition = tests::edition_of(tests::review_of({paragraph("하나. 둘.")}));
  tests::translate(edition, "하나. 둘.", {"One.", "Two."});
  CHECK(body(edition, {exporters::MarkdownForm::annotated, model::Languages::both}) ==
        "하나. 둘.\n");
  CHECK(body(edition, {exporters::MarkdownForm::table, model::Languages::korean}) == "하나. 둘.\n");
}

TEST_CASE("emphasis over several sentences is written in each of them", "[exporter_markdown]") {
  const std::string text = "하나. 둘. 셋.";
  model::Edition edition = tests::edition_of(
      tests::review_of({paragraph(text, {mark_of(text, MarkType::strong, "하나. 둘.")})}));
  tests::translate(edition, text, {"One.", "Two.", "Three."});
  CHECK(body(edition, pairs) == "**하나.**\n\n> One.\n\n**둘.**\n\n> Two.\n\n셋.\n\n> Three.\n");
}
