#include "translation_block.hpp"

#include "reading.hpp"
#include "support/catch.hpp"

using namespace galpi;
using galpi::exporters::markdown::slice;
using galpi::exporters::markdown::translation_block;
using galpi::model::Block;
using galpi::model::MarkType;
using galpi::tests::mark_of;
using galpi::tests::paragraph;

namespace {

model::Sentence sentence_of(const Block& made, std::string translation) {
  return {0, static_cast<std::uint32_t>(made.text.size()), std::move(translation)};
}

}  // namespace

TEST_CASE("formulas of a translation are formulas, money is not", "[exporter_markdown]") {
  const std::string text = "값 d_k이다";
  const Block with = paragraph(text, {mark_of(text, MarkType::math, "d_k")});
  const Block made = translation_block(with, sentence_of(with, "is $d_k$, not $ 5 or $6"));
  CHECK(made.text == "is d_k, not $ 5 or $6");
  REQUIRE(made.marks.size() == 1);
  CHECK(made.marks[0] == model::Mark{MarkType::math, 3, 6, ""});
  const Block without = paragraph("값이다");
  CHECK(translation_block(without, sentence_of(without, "$5 or $6")).marks.empty());
}

TEST_CASE("a translation keeps links and code whose words it has once", "[exporter_markdown]") {
  const std::string text = "Adam과 f(x)와 학습";
  const Block made = paragraph(
      text, {mark_of(text, MarkType::link, "Adam", "u"), mark_of(text, MarkType::code, "f(x)"),
             mark_of(text, MarkType::strong, "학습")});
  const Block once = translation_block(made, sentence_of(made, "Adam and f(x)\nlearning"));
  CHECK(once.text == "Adam and f(x) learning");
  REQUIRE(once.marks.size() == 2);
  CHECK(once.marks[0] == model::Mark{MarkType::link, 0, 4, "u"});
  CHECK(once.marks[1] == model::Mark{MarkType::code, 9, 13, ""});
  CHECK(translation_block(made, sentence_of(made, "Adam, Adam, Adams")).marks.empty());
  CHECK(translation_block(made, sentence_of(made, "AdamW")).marks.empty());
}

TEST_CASE("slices outside the text are empty", "[exporter_markdown]") {
  const Block made = paragraph("abc");
  CHECK(slice(made, 1, 2) == "b");
  CHECK(slice(made, 1, 9) == "bc");
  CHECK(slice(made, 3, 4).empty());
  CHECK(slice(made, 2, 1).empty());
}
