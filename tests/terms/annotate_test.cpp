#include "galpi/terms/annotate.hpp"

#include <string>

#include "sample_glossary.hpp"
#include "support/catch.hpp"

using galpi::Diagnostic;
using galpi::DiagnosticCode;
using galpi::DiagnosticList;
using galpi::model::AnnotatedDigest;
using galpi::model::Block;
using galpi::model::BlockType;
using galpi::model::Digest;
using galpi::model::Glossary;
using galpi::model::Mark;
using galpi::model::MarkType;
using galpi::model::Mention;
using galpi::model::Paper;
using galpi::model::Section;
using galpi::terms::annotate;
using galpi::terms::AnnotateOptions;
using galpi::terms::GlossMode;
using galpi::terms::Matcher;

namespace {

const Glossary& glossary() {
  static const Glossary sample = galpi::terms::sample::glossary();
  return sample;
}

Block paragraph(std::string text, std::uint32_t line = 1) {
  Block block;
  block.text = std::move(text);
  block.at = {line, 1};
  block.anchors = {{0, {line, 3}}};
  return block;
}

Paper paper(std::vector<Block> blocks, std::uint32_t line) {
  Paper result;
  result.at = {line, 1};
  result.sections.emplace_back();
  result.sections[0].at = {line, 1};
  result.sections[0].blocks = std::move(blocks);
  return result;
}

Digest digest_of(std::vector<Paper> papers, std::vector<Section> sections = {}) {
  Digest digest;
  digest.file = "_posts/2025-10-06-papers.md";
  digest.post.papers = std::move(papers);
  digest.post.sections = std::move(sections);
  digest.block_count = galpi::model::number_blocks(digest.post);
  return digest;
}

/// The block's text as a reader would see it: English names in brackets where a gloss is asked for.
std::string shown(const AnnotatedDigest& annotated, const Block& block) {
  std::string result;
  std::size_t copied = 0;
  for (const Mention& mention : annotated.mentions[block.ordinal]) {
    if (!mention.gloss) continue;
    result += block.text.substr(copied, mention.end - copied) + "(" +
              glossary().concepts[mention.concept_index].english + ")";
    copied = mention.end;
  }
  return result + block.text.substr(copied);
}

/// All blocks of the papers, each on a line.
std::string shown(Digest digest, GlossMode mode) {
  const Matcher matcher(glossary());
  DiagnosticList list;
  const AnnotatedDigest annotated =
      annotate(std::move(digest), matcher, glossary(), AnnotateOptions{mode}, list);
  std::string result;
  galpi::model::for_each_block(annotated.digest.post, [&](const Block& block) {
    result += (result.empty() ? "" : "\n") + shown(annotated, block);
  });
  return result;
}

std::string shown(std::string text, GlossMode mode = GlossMode::first) {
  return shown(digest_of({paper({paragraph(std::move(text))}, 1)}), mode);
}

}  // namespace

TEST_CASE("the English name is shown at the first mention of each paper", "[terms]") {
  Digest digest =
      digest_of({paper({paragraph("주의를 쓴다. 주의는 좋다."), paragraph("주의의 값")}, 1),
                 paper({paragraph("주의와 토큰")}, 9)});
  CHECK(shown(digest, GlossMode::first) ==
        "주의(attention)를 쓴다. 주의는 좋다.\n주의의 값\n주의(attention)와 토큰(token)");
  CHECK(shown(digest, GlossMode::every) ==
        "주의(attention)를 쓴다. 주의(attention)는 좋다.\n주의(attention)의 값\n"
        "주의(attention)와 토큰(token)");
  CHECK(shown(digest, GlossMode::none) == "주의를 쓴다. 주의는 좋다.\n주의의 값\n주의와 토큰");
}

TEST_CASE("no English name is shown where it would be in the way", "[terms]") {
  struct Row {
    std::string_view what;
    std::string text;
    std::string_view expected;
  };
  const Row rows[] = {
      {"the author wrote it", "주의(attention)를 쓴다. 주의는", "주의(attention)를 쓴다. 주의는"},
      {"the author wrote another bracket", "주의(비싸다)는 주의", "주의(비싸다)는 주의"},
      {"after a space", "주의 (attention)", "주의 (attention)"},
      {"after a closing quote", "‘주의’(attention)는", "‘주의’(attention)는"},
      {"full-width brackets", "주의（attention）는", "주의（attention）는"},
      {"after the particle", "주의를(attention)", "주의를(attention)"},
      {"at the end of the phrase", "주의 메커니즘(attention mechanism)의 주의",
       "주의 메커니즘(attention mechanism)의 주의"},
      {"the paper named it before", "attention은 좋다. 주의는", "attention은 좋다. 주의는"},
      {"its abbreviation came before", "LLM은 크다. 대형 언어 모델은",
       "LLM은 크다. 대형 언어 모델은"},
      {"inside a bracket, but then outside", "값(주의의 것)과 주의",
       "값(주의의 것)과 주의(attention)"},
      {"English outside, Korean inside", "attention(주의)과 주의", "attention(주의)과 주의"},
      {"part of a longer word", "토큰화된 토큰", "토큰화된 토큰(token)"},
      {"joined terms", "보상모델의 보상", "보상모델의 보상(reward)"},
      {"after a prefix", "자기주의와 주의", "자기주의와 주의(attention)"},
      {"before a hyphen", "토큰-정책", "토큰-정책"},
      {"before Latin", "모델v2와 모델", "모델v2와 모델(model)"},
      {"a light verb takes it", "미세조정한 것", "미세조정(fine-tuning)한 것"},
      {"Latin variants need none", "CLIP은", "CLIP은"},
      {"an ambiguous form", "추론이다", "추론이다"},
      {"a rendering to avoid is still explained", "큰 언어 모델은",
       "큰 언어 모델(large language model)은"},
      {"in a phrase that the author names", "토큰 정책 기법(tokenwise scheme)과 토큰",
       "토큰 정책 기법(tokenwise scheme)과 토큰(token)"},
      {"in a phrase named by its acronym", "토큰 정책 함수(TPF)와 토큰",
       "토큰 정책 함수(TPF)와 토큰(token)"},
      {"the bracket speaks of one noun further", "정책을 쓰는 학습 장치(device)",
       "정책(policy)을 쓰는 학습 장치(device)"},
      {"of several parts, one named before", "정렬의 새로운 기준(aligned standard)과 정렬",
       "정렬의 새로운 기준(aligned standard)과 정렬(alignment)"},
      {"the bracket belongs to a Latin name", "정책 정렬 기법 Fair Policy(FP)와 정책",
       "정책(policy) 정렬(alignment) 기법 Fair Policy(FP)와 정책"},
      {"a head that two share", "소형·대형 언어 모델", "소형·대형 언어 모델"},
      {"two names side by side", "토큰·정책", "토큰(token)·정책(policy)"},
      {"in a phrase with a number", "토큰 처리 속도(3배)", "토큰(token) 처리 속도(3배)"},
      {"a comma ends the phrase", "토큰, 기울기 벡터(vector)", "토큰(token), 기울기 벡터(vector)"},
      {"a conjunction ends the phrase", "토큰 및 기울기 벡터(vector)",
       "토큰(token) 및 기울기 벡터(vector)"},
      {"a participle does not", "사전학습된 기울기 장치(PGD)는", "사전학습된 기울기 장치(PGD)는"},
      {"an unclosed bracket hides the rest", "값 (주의", "값 (주의"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(shown(row.text) == row.expected);
  }
}

TEST_CASE("code, formulas, addresses and pictures are not looked at", "[terms]") {
  Block block = paragraph("주의 토큰 정책 손실 https://a.b/attention 모델");
  block.marks = {{MarkType::code, 0, 6, {}},
                 {MarkType::math, 7, 13, {}},
                 {MarkType::strong, 14, 20, {}},
                 {MarkType::link, 21, 27, "https://a.b"},
                 {MarkType::link, 28, 49, "https://a.b/attention"}};
  Block code = paragraph("주의");
  code.type = BlockType::code;
  Block formula = paragraph("attention");
  formula.type = BlockType::math;
  Block picture = paragraph("보상의 그림");
  picture.type = BlockType::image;
  picture.marks = {{MarkType::image, 0, 16, "a.png"}};
  const Digest digest =
      digest_of({paper({block, code, formula, picture, paragraph("보상과 attention")}, 1)});
  CHECK(shown(digest, GlossMode::first) ==
        "주의 토큰 정책(policy) 손실(loss) https://a.b/attention 모델(model)\n주의\nattention\n"
        "보상의 그림\n보상(reward)과 attention");
}

TEST_CASE("mentions know the first of their concept in a paper, children included", "[terms]") {
  Block list = paragraph("");
  list.type = BlockType::list;
  list.anchors.clear();
  list.children = {paragraph("주의는 어텐션이다"), paragraph("추론과 attention")};
  const Matcher matcher(glossary());
  DiagnosticList faults;
  const AnnotatedDigest annotated =
      annotate(digest_of({paper({list}, 1), paper({paragraph("어텐션")}, 5)}), matcher, glossary(),
               {}, faults);
  REQUIRE(annotated.mentions.size() == 4);
  CHECK(annotated.mentions[0].empty());
  REQUIRE(annotated.mentions[1].size() == 2);
  CHECK(annotated.mentions[1][0].first_in_paper);
  CHECK_FALSE(annotated.mentions[1][1].first_in_paper);
  REQUIRE(annotated.mentions[2].size() == 3);
  CHECK(annotated.mentions[2][0].ambiguous);
  CHECK_FALSE(annotated.mentions[2][0].first_in_paper);
  CHECK_FALSE(annotated.mentions[2][2].first_in_paper);
  REQUIRE(annotated.mentions[3].size() == 1);
  CHECK(annotated.mentions[3][0].first_in_paper);
}

TEST_CASE("text outside papers is one scope, whatever stands between", "[terms]") {
  Section before;
  before.at = {1, 1};
  before.blocks = {paragraph("주의가 먼저")};
  Section after;
  after.at = {20, 1};
  after.blocks = {paragraph("주의와 토큰")};
  const Digest digest = digest_of({paper({paragraph("주의는")}, 10)}, {before, after});
  CHECK(shown(digest, GlossMode::first) ==
        "주의(attention)가 먼저\n주의(attention)는\n주의와 토큰(token)");
}

TEST_CASE("renderings to avoid are reported where they stand", "[terms]") {
  const Matcher matcher(glossary());
  DiagnosticList list;
  annotate(digest_of({paper({paragraph("이 큰 언어 모델은 주목된다", 7)}, 1)}), matcher, glossary(),
           {}, list);
  REQUIRE(list.items().size() == 2);
  const Diagnostic& first = list.items()[0];
  CHECK(first.code == DiagnosticCode::term_avoid);
  CHECK(first.span == galpi::SourceSpan{"_posts/2025-10-06-papers.md", {7, 5}, 12});
  CHECK(first.message ==
        "`큰 언어 모델` is a rendering of `large language model` that the glossary avoids");
  CHECK(first.hint == "write `대형 언어 모델`");
  CHECK(list.items()[1].hint == "write `주의`");
}

TEST_CASE("an ambiguous form is noted once in a paper", "[terms]") {
  const Matcher matcher(glossary());
  DiagnosticList list;
  annotate(
      digest_of({paper({paragraph("추론은 추론이다", 3)}, 1), paper({paragraph("추론", 9)}, 8)}),
      matcher, glossary(), {}, list);
  REQUIRE(list.items().size() == 2);
  CHECK(list.items()[0].code == DiagnosticCode::term_ambiguous);
  CHECK(list.items()[0].span.at == galpi::At{3, 3});
  CHECK(list.items()[0].message == "`추론` could be inference or reasoning");
  CHECK(list.items()[1].span.at == galpi::At{9, 3});
}
