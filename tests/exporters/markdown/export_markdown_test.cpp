// The golden files: one small blog of two days in every form. Read the diff when they change:
// GALPI_UPDATE_GOLDEN=1 rewrites them.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "reading.hpp"
#include "support/catch.hpp"

using namespace galpi;
using galpi::model::Block;
using galpi::model::BlockType;
using galpi::model::MarkType;
using galpi::model::SectionKind;
using galpi::tests::block;
using galpi::tests::labelled;
using galpi::tests::mark_of;
using galpi::tests::paragraph;
using galpi::tests::section;

namespace {

const std::string goal = "긴 문장을 짧게 줄이는 주의 기반 요약기를 만든다.";
const std::string method = "주의를 두 번 쓴다. 20~40%를 덜어 내고, 나머지는 [MASK]로 가린다.";
const std::string bold = "이를 두 겹 주의(double attention)라 부른다. 값은 d_k이다.";

model::Post digest() {
  model::Post post = tests::review_of({});
  post.kind = model::PostKind::digest;
  post.title = "읽은 논문 — 10월 5일";
  post.time = "08:15:00";
  post.tags = {"papers", "요약, 번역"};
  post.sections.clear();
  model::Paper& paper = post.papers.emplace_back();
  paper.number = 1;
  paper.title = "Shorter: A Study of Saying Less";
  paper.url = "https://arxiv.org/abs/2601.01234";
  paper.arxiv = model::ArxivId{"2601.01234", std::nullopt};
  paper.links = {{"Alphaxiv", "https://www.alphaxiv.org/overview/2601.01234"}};
  paper.sections = {
      section("Introduction",
              {labelled(BlockType::point, "goal", goal),
               labelled(BlockType::point, "motivation", "요약기는 느리다."),
               labelled(BlockType::point, "contribution", "새 요약기를 공개한다.")},
              SectionKind::introduction),
      section("Method",
              {paragraph(method, {mark_of(method, MarkType::strong, "주의")}),
               paragraph(bold, {mark_of(bold, MarkType::strong, "두 겹 주의(double attention)"),
                                mark_of(bold, MarkType::math, "d_k")}),
               block(BlockType::math, "\\alpha_i\n= \\frac{x_i}{Z}")},
              SectionKind::method),
      section("Limitations", {paragraph("정보 부족")}, SectionKind::limitations)};
  return post;
}

model::Post review() {
  const std::string noted = "공식 코드[1]를 읽는다.";
  model::Post post = tests::review_of(
      {paragraph(noted, {mark_of(noted, MarkType::link, "공식 코드", "https://example.org/(x)"),
                         mark_of(noted, MarkType::footnote, "[1]", "#fn-code")}),
       block(BlockType::quote, "", {paragraph("짧은 것이 아름답다.")}),
       labelled(BlockType::list, "3", "",
                {block(BlockType::item, "먼저 나눈다."),
                 block(BlockType::item, "", {paragraph("다음에 합친다."), paragraph("끝.")})})});
  post.title = "천천히 읽기";
  post.date = {2026, 10, 6};
  post.sections[0].heading = "1. 시작";
  post.sections[0].level = 2;
  const auto cell = [](std::string text) { return labelled(BlockType::cell, "right", text); };
  post.sections.push_back(
      section("표와 코드",
              {block(BlockType::table, "",
                     {block(BlockType::row, "", {block(BlockType::cell, "모델"), cell("점수")}),
                      block(BlockType::row, "", {block(BlockType::cell, "a|b"), cell("1.5")})}),
               labelled(BlockType::code, "python", "print('```')")}));
  post.sections.emplace_back().blocks = {
      labelled(BlockType::list, "footnotes", "",
               {labelled(BlockType::item, "code", "주소는 바뀔 수 있다.")})};
  return post;
}

model::Edition sample_edition() {
  model::Edition edition = tests::edition_of(digest());
  edition.metadata = {"읽은 논문 2026년 10월", "지은이",     "CC BY 4.0", "", "",
                      {2026, 10, 5},           {2026, 10, 6}};
  tests::translate(edition, goal, {"To build an attention-based summariser of long sentences."});
  tests::translate(edition, "요약기는 느리다.", {"Summarisers are slow."});
  tests::translate(edition, method,
                   {"Attention is used twice.", "20~40% are cut, the rest is [MASK]."});
  tests::translate(edition, bold,
                   {"This is called double attention.", "The value is $d_k$, or $5."});
  tests::gloss(edition, goal, "주의", "attention");
  edition.glossary.concepts[0].definition_korean = "중요한 곳을 더 보는 장치.";
  edition.glossary.concepts[0].definition_english = "Looking harder at what matters.";
  tests::gloss(edition, goal, "요약기", "summarizer");
  edition.terms = {{1, {}}, {0, {}}};

  model::Edition second = tests::edition_of(review());
  tests::translate(second, "공식 코드[1]를 읽는다.", {"We read the official code."});
  tests::translate(second, "먼저 나눈다.", {"Divide first."});
  tests::translate(second, "다음에 합친다.", {"Then merge."});
  tests::translate(second, "모델", {"Model"});
  tests::translate(second, "주소는 바뀔 수 있다.", {"The address may change."});
  edition.days.push_back(std::move(second.days[0]));
  return edition;
}

void check_golden(const std::string& name, const std::string& markdown) {
  const std::string path = std::string(GALPI_SOURCE_DIR) + "/tests/golden/markdown/" + name;
  if (std::getenv("GALPI_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << markdown;
  std::ostringstream golden;
  golden << std::ifstream(path).rdbuf();
  INFO(name);
  CHECK(markdown == golden.str());
}

/// Takes `most` writes, then has no more room.
class FullSink final : public ByteSink {
 public:
  explicit FullSink(int most) : most_(most) {}
  Result<void> write(std::string_view /*bytes*/) override {
    if (most_-- == 0) return fail(ErrorCode::unwritable, "no space left");
    return {};
  }

 private:
  int most_;
};

}  // namespace

TEST_CASE("the sample edition is its golden files", "[exporter_markdown]") {
  using exporters::MarkdownForm;
  using model::Languages;
  const model::Edition edition = sample_edition();
  check_golden("book-interleaved.md",
               tests::book_markdown(edition, {MarkdownForm::interleaved, Languages::both}));
  check_golden("book-table.md",
               tests::book_markdown(edition, {MarkdownForm::table, Languages::both}));
  check_golden("book-english.md",
               tests::book_markdown(edition, {MarkdownForm::interleaved, Languages::english}));
  check_golden("day-interleaved.md",
               tests::day_markdown(edition, {MarkdownForm::interleaved, Languages::both}));
  check_golden("day-annotated.md",
               tests::day_markdown(edition, {MarkdownForm::annotated, Languages::both}));
}

TEST_CASE("a full disk ends the export wherever it happens", "[exporter_markdown]") {
  const model::Edition edition = sample_edition();
  DiagnosticList diagnostics;
  for (int writes = 0; writes < 4; ++writes) {
    FullSink sink(writes);
    const auto result = exporters::export_markdown(edition, {}, sink, diagnostics);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::unwritable);
  }
  FullSink enough(4);
  CHECK(exporters::export_markdown(edition, {}, enough, diagnostics));
}
