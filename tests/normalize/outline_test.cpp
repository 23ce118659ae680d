#include "normalize/outline.hpp"

#include "raw_builder.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::normalize;

namespace {

/// One letter per block: P paper, s post section, . content; a section of a paper is the first
/// letter of its kind.
std::string outline_of(std::string_view markdown) {
  const ingest::RawPost raw = test::raw_post(markdown);
  std::string letters;
  for (const Step& step : read_outline(raw.blocks).steps) {
    switch (step.role) {
      case Role::content:
        letters += '.';
        break;
      case Role::paper:
        letters += 'P';
        break;
      case Role::post_section:
        letters += 's';
        break;
      case Role::section:
        letters += model::name_of(step.kind)[0];
        break;
    }
  }
  return letters;
}

constexpr const char* arxiv = "(https://arxiv.org/abs/2401.01234)";

}  // namespace

TEST_CASE("the usual outline", "[normalize]") {
  CHECK(outline_of(std::string("# 1. [A]") + arxiv +
                   "\n> [b](c)\n\n## Introduction\n- a\n\n## "
                   "Method\na\n## Results\na\n## Limitations\na\n## Conclusion\na\n# 2. [B]" +
                   arxiv + "\n## Introduction\na") == "P.i.m.r.l.c.Pi.");
}

TEST_CASE("papers are found at any level, sections above or below them", "[normalize]") {
  const std::string link = arxiv;
  struct Row {
    const char* what;
    std::string markdown;
    const char* outline;
  };
  const Row rows[] = {
      {"papers below their sections",
       "### 1. [A]" + link + "\n## 서론\na\n## 방법\na\n### 2. [B]" + link +
           "\n## 서론\na\n## 결론\na",
       "Pi.m.Pi.c."},
      {"everything one deeper, under a title",
       "# 오늘의 논문\n## 1. [A]" + link + "\n### 서론\na\n### 결론\na", "sPi.c."},
      {"all on one level",
       "## 1. [A]" + link + "\n## 서론\na\n## 결론\na\n## 2. [B]" + link + "\n## 서론\na",
       "Pi.c.Pi."},
      {"a section at the papers' level", "# 1. [A]" + link + "\n## 서론\na\n# 방법\na\n## 결론\na",
       "Pi.m.c."},
      {"one paper without a link among others",
       "# 1. [A]" + link + "\n## 서론\na\n# 2. Lost Link\n## 서론\na\n# 3. [C]" + link, "Pi.Pi.P"},
      {"a digest without any link",
       "# 1. A\n## 서론\na\n## 방법\na\n# 2. B\n## 서론\na\n## 방법\na", "Pi.m.Pi.m."},
      {"a link that is not arXiv", "# 1. [A](https://example.org/a)\n## 서론\na", "Pi."},
      {"a paper without sections", "# 1. [A]" + link + "\na\n# 2. [B]" + link + "\na", "P.P."},
      {"labelled lines below a heading", "## 논문\n- 제목: A\n- arXiv: 2401.01234\n\n## 서론\na",
       "P.i."},
      {"labelled lines alone",
       "제목: A\narXiv: 2401.01234\n\n## 서론\na\n\n제목: B\n\nURL: "
       "https://example.org/b\n\n## 서론\na",
       "Pi.P.i."},
      {"a title label in the heading", "## 제목: A\n## 서론\na", "Pi."},
      {"bold lines for sections", "# 1. [A]" + link + "\n**서론**\n\na\n\n**방법**\n\na", "Pi.m."},
      {"names with colons for sections", "# 1. [A]" + link + "\n방법: a\n\n**결과**: a", "Pmr"},
      {"a bold line within a section that has a heading",
       "# 1. [A]" + link + "\n## 서론\na\n## 결과\n**결과**\n\na", "Pi.r.."},
      {"unknown and deeper headings",
       "# 1. [A]" + link +
           "\n## 서론\na\n## 부록\na\n## 방법\n### "
           "구현\na\n### 결과\na",
       "Pi.o.mo.r."},
      {"a known name below a section of the paper that has it",
       "# 1. [A]" + link + "\n## 방법\n### 결과\na\n## 결과\na", "Pmo.r."},
      {"a closing heading at the papers' level",
       "# 1. [A]" + link + "\n## 서론\na\n## 결론\na\n# 마무리\na\n## 결과\na", "Pi.c.s.s."},
      {"references behind papers below their sections",
       "### 1. [A]" + link + "\n## 서론\na\n## 결론\na\n### References\na\n# 끝\na", "Pi.c.s.s."},
      {"an unknown heading between sections of a drifted paper",
       "### 1. [A]" + link + "\n## 서론\na\n## 배경 지식\na\n## 결론\na", "Pi.o.c."},
      {"text before the papers", "안녕\n# 소식\na\n# 1. [A]" + link, ".s.P"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(outline_of(row.markdown) == row.outline);
  }
}

TEST_CASE("a review is no digest", "[normalize]") {
  const std::string link = arxiv;
  for (const std::string& markdown : {
           std::string("# Introduction\na\n# Method\na\n# Results\na"),
           std::string(
               "## 1. Introduction\na\n## 2. Related Work\na\n## 3. Method\na\n## 4. Results\na"),
           std::string("# A Paper Read Closely\n## Introduction\na\n## Method\na\n## Results\na"),
           std::string("## 1. 서론\na\n## 2. 우리의 생각\n### 2.1 방법\na\n### 2.2 결과\na"),
           std::string("## [Code](https://example.org/code)\na\n## Results\na"),
           std::string("## 코드\n링크: https://example.org/code\n\n## 결과\na"),
           std::string("그냥 글.\n\n**결과**\n\n결과: 좋다"),
           "## 읽은 것\n본문에서 [A]" + link + "를 본다.\n## 방법\na",
       }) {
    INFO(markdown);
    CHECK(outline_of(markdown).find('P') == std::string::npos);
  }
}

TEST_CASE("an outline of many headings takes time in proportion", "[normalize]") {
  std::string markdown;
  for (int i = 0; i < 20'000; ++i) {
    markdown += std::string(1 + static_cast<std::size_t>(i * 7 % 6), '#') + " 생각 " +
                std::to_string(i) + "\n제목: " + std::to_string(i) + "\n\n글\n\n";
  }
  CHECK(outline_of(markdown).size() == 60'000);
}
