#include "galpi/translate/align.hpp"

#include <string>

#include "support/catch.hpp"

using galpi::model::AnnotatedDigest;
using galpi::model::BilingualDigest;
using galpi::model::Block;
using galpi::model::BlockType;
using galpi::model::MarkType;
using galpi::model::Sentence;
using galpi::translate::align;
using galpi::translate::Memory;
using galpi::translate::segment_text;

namespace {

Block block_of(BlockType type, std::string text) {
  Block block;
  block.type = type;
  block.text = std::move(text);
  return block;
}

AnnotatedDigest digest_of(std::vector<Block> blocks) {
  AnnotatedDigest annotated;
  annotated.digest.post.papers.emplace_back();
  annotated.digest.post.papers[0].sections.emplace_back();
  annotated.digest.post.papers[0].sections[0].blocks = std::move(blocks);
  annotated.digest.block_count = galpi::model::number_blocks(annotated.digest.post);
  return annotated;
}

std::string sentence_text(const Block& block, const Sentence& sentence) {
  return block.text.substr(sentence.start, sentence.end - sentence.start);
}

}  // namespace

TEST_CASE("references to footnotes are no part of what memories hold", "[translate]") {
  Block block;
  block.text = "각주가 있다[1].";
  block.marks.push_back({MarkType::footnote, 16, 19, "#fn-1"});
  CHECK(segment_text(block, {0, 20, {}}) == "각주가 있다.");
}

TEST_CASE("a segment shows inline math in dollars and everything else plain", "[translate]") {
  Block block = block_of(BlockType::paragraph, "코드 f와 x+y, 강조다. 다음 z.");
  const auto at = [&](std::string_view word) {
    return static_cast<std::uint32_t>(block.text.find(word));
  };
  block.marks = {{MarkType::code, at("f"), at("f") + 1, {}},
                 {MarkType::math, at("x+y"), at("x+y") + 3, {}},
                 {MarkType::strong, at("강조"), at("강조") + 6, {}},
                 {MarkType::math, at("z"), at("z") + 1, {}}};
  const std::uint32_t second = at("다음");
  CHECK(segment_text(block, {0, second - 1, {}}) == "코드 f와 $x+y$, 강조다.");
  CHECK(segment_text(block, {second, at("z") + 2, {}}) == "다음 $z$.");
  CHECK(segment_text(block, {second, second, {}}).empty());
}

TEST_CASE("each block of prose is split and looked up in the memory", "[translate]") {
  Memory memory;
  memory.add("둘째 문장이다.", "The second sentence.");
  memory.add("값은 $x$이다.", "The value is $x$.");
  Block list = block_of(BlockType::list, "");
  list.children = {block_of(BlockType::item, "값은 x이다.")};
  list.children[0].marks = {{MarkType::math, 7, 8, {}}};
  const BilingualDigest bilingual =
      align(digest_of({block_of(BlockType::paragraph, "첫 문장이다. 둘째 문장이다."), list,
                       block_of(BlockType::code, "둘째 문장이다."), block_of(BlockType::math, "x"),
                       block_of(BlockType::rule, "")}),
            &memory);
  const auto& sentences = bilingual.sentences;
  REQUIRE(sentences.size() == 6);
  const auto& blocks = bilingual.post().papers[0].sections[0].blocks;
  REQUIRE(sentences[0].size() == 2);
  CHECK(sentence_text(blocks[0], sentences[0][0]) == "첫 문장이다.");
  CHECK(sentences[0][0].translation.empty());
  CHECK(sentence_text(blocks[0], sentences[0][1]) == "둘째 문장이다.");
  CHECK(sentences[0][1].translation == "The second sentence.");
  CHECK(sentences[1].empty());
  REQUIRE(sentences[2].size() == 1);
  CHECK(sentences[2][0].translation == "The value is $x$.");
  CHECK(sentences[3].empty());
  CHECK(sentences[4].empty());
}

TEST_CASE("no boundary falls inside code, formulas and links", "[translate]") {
  Block block = block_of(BlockType::paragraph, "여기 a. B c를 본다. 끝이다.");
  const auto start = static_cast<std::uint32_t>(block.text.find("a. B c"));
  for (const MarkType type : {MarkType::code, MarkType::math, MarkType::link}) {
    block.marks = {{type, start, start + 6, {}}};
    const BilingualDigest bilingual = align(digest_of({block}), nullptr);
    REQUIRE(bilingual.sentences[0].size() == 2);
    CHECK(sentence_text(block, bilingual.sentences[0][0]) == "여기 a. B c를 본다.");
    CHECK(bilingual.sentences[0][0].translation.empty());
  }
}

TEST_CASE("without a translation there are no sentences", "[translate]") {
  const BilingualDigest bilingual =
      galpi::translate::without_translation(digest_of({block_of(BlockType::paragraph, "글이다.")}));
  CHECK(bilingual.sentences.empty());
  CHECK(bilingual.post().papers.size() == 1);
}
