#include "normalize/block_text.hpp"

#include "raw_builder.hpp"
#include "support/catch.hpp"

using namespace galpi;
using model::Mark;
using model::MarkType;

namespace {

std::string marked(const model::Block& block) {
  std::string all;
  for (const Mark& mark : block.marks) {
    all += normalize::view_of(block, {mark.start, mark.end});
    all += ';';
  }
  return all;
}

}  // namespace

TEST_CASE("text cut from the front leaves marks and places with what remains", "[normalize]") {
  model::Block block = test::raw_block("Goal: **느린** 계산을 [빠르게](a) 한다");
  normalize::erase_text(block, 0, 6);
  CHECK(block.text == "느린 계산을 빠르게 한다");
  CHECK(marked(block) == "느린;빠르게;");
  CHECK(model::position_in_source(block, 0) == At{1, 9});
  CHECK(model::position_in_source(block, 7) == At{1, 14});   // 계
  CHECK(model::position_in_source(block, 17) == At{1, 19});  // 빠
}

TEST_CASE("a mark that loses all its text is gone, one that loses a part shrinks", "[normalize]") {
  model::Block block = test::raw_block("a **bcd** e");
  normalize::erase_text(block, 1, 4);
  CHECK(block.text == "ad e");
  CHECK(marked(block) == "d;");
  normalize::erase_text(block, 0, 2);
  CHECK(block.text == " e");
  CHECK(block.marks.empty());
  CHECK(model::position_in_source(block, 1) == At{1, 11});
}

TEST_CASE("an image without alternative text survives a cut beside it", "[normalize]") {
  model::Block block = test::raw_block("ab cd");
  block.marks = {{MarkType::image, 3, 3, "a.png"}};
  normalize::erase_text(block, 0, 2);
  REQUIRE(block.marks.size() == 1);
  CHECK(block.marks[0].start == 1);
  normalize::erase_text(block, 0, 3);
  CHECK(block.marks.empty());
}

TEST_CASE("lines of the source are found at hard and at soft breaks", "[normalize]") {
  const model::Block block = test::raw_block("첫 줄  \n둘째 줄\n셋째 줄");
  const auto lines = normalize::source_lines(block);
  REQUIRE(lines.size() == 3);
  CHECK(normalize::view_of(block, lines[0]) == "첫 줄");
  CHECK(normalize::view_of(block, lines[1]) == "둘째 줄");
  CHECK(normalize::view_of(block, lines[2]) == "셋째 줄");
}

TEST_CASE("a slice has its own marks and places", "[normalize]") {
  const model::Block block = test::raw_block("하나\n**둘** 셋");
  const model::Block slice = normalize::slice_of(block, 7, 14);
  CHECK(slice.text == "둘 셋");
  CHECK(marked(slice) == "둘;");
  CHECK(slice.at == At{2, 3});
  CHECK(model::position_in_source(slice, 4) == At{2, 7});
}

TEST_CASE("letters and accents that markup kept apart are composed", "[normalize]") {
  model::Block block = test::raw_block("a**e**\xCC\x81z b");
  block.marks = {{MarkType::strong, 4, 5, {}}};
  normalize::compose_text(block);
  CHECK(block.text == "aéz b");
  CHECK(marked(block) == "z;");
}
