#include "galpi/normalize/section_aliases.hpp"

#include "normalize/alias_match.hpp"
#include "support/catch.hpp"

using namespace galpi;

TEST_CASE("headings name sections in both languages, whatever is around the words", "[normalize]") {
  struct Row {
    const char* heading;
    const char* kind;
  };
  const Row rows[] = {
      {"Introduction", "introduction"},
      {"INTRODUCTION", "introduction"},
      {"서론", "introduction"},
      {"연구 목적", "introduction"},
      {"Background and Motivation", "introduction"},
      {"1. Introduction", "introduction"},
      {"Method", "method"},
      {"Methods", "method"},
      {"Proposed  Method", "method"},
      {"Our Approach", "method"},
      {"방법", "method"},
      {"방법론:", "method"},
      {"제안 방법", "method"},
      {"모델 구조", "method"},
      {"방법(Method)", "method"},
      {"Method（방법）", "method"},
      {"Method / 방법", "method"},
      {"방법 | Method", "method"},
      {"[방법]", "method"},
      {"【방법】", "method"},
      {"방법: Method", "method"},
      {"🔧 방법", "method"},
      {"Results", "results"},
      {"Results  ", "results"},
      {"실험 결과", "results"},
      {"실험 및 결과", "results"},
      {"실험과 결과", "results"},
      {"Experiments and Results", "results"},
      {"Results and Analysis", "results"},
      {"4. Experiments", "results"},
      {"4.2 Results", "results"},
      {"③ 결과", "results"},
      {"IV. Results", "results"},
      {"Ⅳ. 결과", "results"},
      {"제4장 결과", "results"},
      {"4장. 결과", "results"},
      {"한계", "limitations"},
      {"한계점", "limitations"},
      {"Limitations & Future Work", "limitations"},
      {"한계 및 향후 연구", "limitations"},
      {"연구의 한계", "limitations"},
      {"결론", "conclusion"},
      {"결론 및 시사점", "conclusion"},
      {"Conclusion and Future Work", "conclusion"},
      {"마무리", "conclusion"},
      {"요약 — Summary", "conclusion"},
      // Not one of the five, or not for sure.
      {"", "-"},
      {"...", "-"},
      {"2", "-"},
      {"Related Work", "-"},
      {"향후 연구", "-"},
      {"Discussion", "-"},
      {"방법과 결과", "-"},
      {"Method and Results", "-"},
      {"결과를 어떻게 읽을까", "-"},
      {"Zero-shot results on images", "-"},
      {"Methodical Thinking", "-"},
      {"무방법", "-"},
      {"3D Results", "-"},
      {"References", "-"},
  };
  for (const Row& row : rows) {
    INFO(row.heading);
    const auto kind = normalize::section_kind_of(row.heading);
    CHECK((kind ? std::string(model::name_of(*kind)) : "-") == row.kind);
  }
}

TEST_CASE("a very long heading is no name", "[normalize]") {
  CHECK_FALSE(normalize::section_kind_of("Method (" + std::string(100'000, '(') + ")"));
}

TEST_CASE("names that mean a section and nothing else are told from loose ones", "[normalize]") {
  CHECK(normalize::match_alias("결론")->exact);
  CHECK_FALSE(normalize::match_alias("정리")->exact);
  CHECK(normalize::match_alias("요약 (Conclusion)")->exact);
}

TEST_CASE("headings that close a post are known", "[normalize]") {
  for (const char* heading : {"References", "참고 문헌", "마무리", "5. 마치며", "📌 참고자료"}) {
    CHECK(normalize::is_closing_heading(heading));
  }
  for (const char* heading : {"결론", "", "References to memory"}) {
    CHECK_FALSE(normalize::is_closing_heading(heading));
  }
}
