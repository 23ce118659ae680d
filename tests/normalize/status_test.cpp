#include "normalize/status.hpp"

#include "raw_builder.hpp"
#include "support/catch.hpp"

using namespace galpi;
using model::SectionStatus;

TEST_CASE("what a digest says when the paper does not say is known", "[normalize]") {
  for (const char* text : {"정보 부족",
                           "정보부족",
                           "정보 부족.",
                           " 정보 부족 ",
                           "(정보 부족)",
                           "정보 부족이다.",
                           "정보 부족입니다.",
                           "명시되지 않음",
                           "명시되지 않았다.",
                           "본 논문에 명시되지 않음",
                           "논문에서 언급되지 않았습니다.",
                           "언급 없음",
                           "해당 없음",
                           "해당 사항 없음.",
                           "N/A",
                           "n/a.",
                           "-",
                           "—",
                           "--",
                           "없음",
                           "Not stated.",
                           "None",
                           "구체적으로 명시되어 있지 않다."}) {
    INFO(text);
    CHECK(normalize::means_not_stated(text));
  }
  for (const char* text :
       {"", ".", "정보가 부족한 환경에서 잘 동작한다.", "한계는 정보 부족으로 명시되었다.",
        "명시적 정렬을 쓴다.", "언급된 한계는 없음에도 크다.", "*", "Nasa", "- 한 가지"}) {
    INFO(text);
    CHECK_FALSE(normalize::means_not_stated(text));
  }
}

TEST_CASE("text that breaks off is told from text that merely has no full stop", "[normalize]") {
  for (const char* text :
       {"이 방법은 두 단계로 이루어지며 첫 단계에서는 모델을", "기존 방식보다 빠르고 성능이 높으며",
        "작은 모델에서도 안정적인 학습을 보장하기 위해", "세 가지 과제에서 평가하였고, 그 결과는",
        "정확도는 92.1%이고, 속도는 (초당 토큰", "여러 벤치마크에서 성능을 확인하였으며,",
        "제안한 모델은 긴 문맥에서 강건한 추론 및", "학습 데이터가 부족한 상황에서"}) {
    INFO(text);
    CHECK(normalize::breaks_off(text));
  }
  for (const char* text :
       {"이 방법은 두 단계로 이루어진다.", "이 방법은 두 단계로 이루어진다", "속도를 두 배로 높임",
        "긴 문맥에서도 잘 동작함", "세 가지 과제에서 성능 향상", "새 벤치마크 제안 및 공개",
        "정확도 92.1%", "더 큰 모델로의 확장 (향후 과제)", "가장 큰 장점은 효율과 효과",
        "모두 같은 마을", "짧다 를", "을", "", "성능이 어떻게 변하는가?", "코드는 공개되어 있어요",
        "GPT-4보다 나은 결과", "\"그렇게 하면 된다\"라고"}) {
    INFO(text);
    CHECK_FALSE(normalize::breaks_off(text));
  }
}

namespace {

struct Row {
  const char* markdown;
  SectionStatus status;
  DiagnosticCode code;
  At at;
};

}  // namespace

TEST_CASE("a section has the status of its text, and what is odd is reported where it is",
          "[normalize]") {
  const Row rows[] = {
      {"정보 부족", SectionStatus::not_stated, DiagnosticCode::section_not_stated, {1, 1}},
      {"- 정보 부족.", SectionStatus::not_stated, DiagnosticCode::section_not_stated, {1, 1}},
      {"첫 단계에서는 큰 모델을 먼저 학습하며",
       SectionStatus::truncated,
       DiagnosticCode::section_truncated,
       {1, 21}},
      {"다 말했다.\n\n- 잘 동작한다.\n- 다만 아주 긴 문맥에서는 성능을",
       SectionStatus::truncated,
       DiagnosticCode::section_truncated,
       {4, 19}},
      {"", SectionStatus::missing, DiagnosticCode::section_empty, {9, 1}},
  };
  for (const Row& row : rows) {
    INFO(row.markdown);
    ingest::RawPost raw = test::raw_post(row.markdown);
    model::Section section;
    section.heading = "한계";
    section.at = {9, 1};
    for (ingest::RawBlock& block : raw.blocks) section.blocks.push_back(block.block);
    DiagnosticList diagnostics;
    normalize::Report report(raw.file, raw.lines, diagnostics);
    normalize::set_status(section, false, report);
    CHECK(section.status == row.status);
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].code == row.code);
    CHECK(diagnostics.items()[0].span.at == row.at);
  }
}

TEST_CASE("a heading above other headings is not missing its text", "[normalize]") {
  model::Section section;
  section.heading = "실험";
  DiagnosticList diagnostics;
  const std::string file;
  const std::vector<std::string> lines;
  normalize::Report report(file, lines, diagnostics);
  normalize::set_status(section, true, report);
  CHECK(section.status == SectionStatus::stated);
  CHECK(diagnostics.items().empty());
}
