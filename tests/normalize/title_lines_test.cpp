// Papers whose titles stand in bold lines, plain links or list items, read from real Markdown.
#include "normalize/title_lines.hpp"

#include "galpi/ingest/parse_post.hpp"
#include "galpi/normalize/normalize.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

const std::string link_a = "(https://arxiv.org/abs/2401.00001)";
const std::string link_b = "(https://arxiv.org/abs/2401.00002v2)";

struct Result {
  std::string papers;  ///< `1 Title <id> kind,kind;` per paper, then the blocks outside papers
  std::string codes;
};

Result read(const std::string& body) {
  const std::string post = "---\ntitle: 하루\ndate: 2024-01-05\n---\n" + body;
  DiagnosticList list;
  auto raw = ingest::parse_post(post, "a.md", "_posts/2024-01-05-a.md", list);
  const model::Digest digest = normalize::normalize_post(std::move(*raw), list);
  Result result;
  for (const model::Paper& paper : digest.post.papers) {
    if (paper.number) result.papers += std::to_string(*paper.number) + " ";
    result.papers += paper.title;
    if (paper.arxiv) result.papers += " <" + paper.arxiv->id + ">";
    for (const model::Section& section : paper.sections) {
      result.papers += " " + std::string(model::name_of(section.kind)) + ":" +
                       std::to_string(section.blocks.size());
    }
    result.papers += "; ";
  }
  for (const model::Section& section : digest.post.sections) {
    result.papers += "outside:" + std::to_string(section.blocks.size());
  }
  for (const Diagnostic& diagnostic : list.items()) {
    if (severity_of(diagnostic) == Severity::note) continue;
    result.codes += (result.codes.empty() ? "" : " ") + std::string(code_name(diagnostic.code));
  }
  return result;
}

struct Row {
  const char* what;
  std::string body;
  std::string papers;
  std::string codes;
};

void check(const Row& row) {
  INFO(row.what);
  const Result result = read(row.body);
  CHECK(result.papers == row.papers);
  CHECK(result.codes == row.codes);
}

}  // namespace

TEST_CASE("a title may stand in a bold line", "[normalize]") {
  const std::string digest_a = "**1. [First Paper]" + link_a + "**\n\n";
  const std::string digest_b = "**2. [Second Paper]" + link_b + "**\n\n";
  const std::string points = "- 목표: 하나를 한다.\n- 동기: 둘이 없다.\n- 기여: 셋을 보인다.\n\n";
  const Row rows[] = {
      {"with points below", digest_a + points + digest_b + points,
       "1 First Paper <2401.00001> other:3; 2 Second Paper <2401.00002> other:3; ",
       "outline-drift text-outside-section text-outside-section"},
      {"with sections in headings",
       digest_a + "### 방법\n\n이렇게 한다.\n\n" + digest_b + "### 방법\n\n저렇게 한다.\n",
       "1 First Paper <2401.00001> method:1; 2 Second Paper <2401.00002> method:1; ",
       "outline-drift"},
      {"with sections in bold lines",
       digest_a + "**방법**\n\n이렇게 한다.\n\n" + digest_b + "**결과**: 저렇게 되었다.\n",
       "1 First Paper <2401.00001> method:1; 2 Second Paper <2401.00002> results:1; ",
       "outline-drift"},
      {"the second one only, behind a heading",
       "# 1. [First Paper]" + link_a + "\n\n## 방법\n\n이렇게 한다.\n\n" + digest_b +
           "## 방법\n\n저렇게 한다.\n",
       "1 First Paper <2401.00001> method:1; 2 Second Paper <2401.00002> method:1; ",
       "outline-drift"},
      {"without numbers",
       "**[First Paper]" + link_a + "**\n\n**방법**: 이렇게.\n\n**[Second Paper]" + link_b +
           "**\n\n**방법**: 저렇게.\n",
       "First Paper <2401.00001> method:1; Second Paper <2401.00002> method:1; ", "outline-drift"},
      {"plain links",
       "[First Paper]" + link_a + "\n\n**방법**: 이렇게.\n\n[Second Paper]" + link_b +
           "\n\n**방법**: 저렇게.\n",
       "First Paper <2401.00001> method:1; Second Paper <2401.00002> method:1; ", "outline-drift"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("a bold line within a paper or a review is no paper", "[normalize]") {
  const Row rows[] = {
      {"the link that a heading lacks",
       "# 1. First Paper\n\n**[First Paper]" + link_a + "**\n\n## 방법\n\n이렇게 한다.\n",
       "1 First Paper <2401.00001> method:1; ", ""},
      {"a baseline within a section",
       "# 1. [First Paper]" + link_a + "\n\n## 방법\n\n**[Baseline]" + link_b +
           "**\n\n이렇게 한다.\n\n## 결과\n\n좋았다.\n",
       "1 First Paper <2401.00001> method:2 results:1; ", ""},
      {"numbered baselines within a section",
       "# 4. [First Paper]" + link_a + "\n\n## 방법\n\n**1. [Baseline]" + link_b +
           "**\n\n이렇게 한다.\n",
       "4 First Paper <2401.00001> method:2; ", ""},
      {"a link that is no title",
       "# 1. First Paper\n\n**[arXiv]" + link_a +
           "**\n\n## 방법\n\n이렇게 한다.\n\n"
           "## 결과\n\n좋았다.\n\n## 결론\n\n쓸 만하다.\n",
       "1 First Paper <2401.00001> method:1 results:1 conclusion:1; ", ""},
      {"one line at the head of a review",
       "**[First Paper]" + link_a + "**\n\n## 배경\n\n글이다.\n\n## 방법\n\n이렇게 한다.\n",
       "outside:1outside:1outside:1", ""},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("papers may be the items of a list", "[normalize]") {
  const Row rows[] = {
      {"an ordered list with points below",
       "1. [First Paper]" + link_a +
           "\n   - 목표: 하나를 한다.\n   - 방법: 둘을 쓴다.\n2. **[Second Paper]" + link_b +
           "**\n   - 목표: 셋을 한다.\n   - 방법: 넷을 쓴다.\n",
       "1 First Paper <2401.00001> other:1; 2 Second Paper <2401.00002> other:1; ",
       "outline-drift text-outside-section text-outside-section"},
      {"a list that begins with another number",
       "3. **[First Paper]" + link_a + "**\n\n   **방법**: 이렇게.\n\n4. **[Second Paper]" +
           link_b + "**\n\n   **방법**: 저렇게.\n",
       "3 First Paper <2401.00001> method:1; 4 Second Paper <2401.00002> method:1; ",
       "outline-drift"},
      {"bullets",
       "- [First Paper]" + link_a + "\n\n  **방법**: 이렇게.\n\n- [Second Paper]" + link_b +
           "\n\n  **방법**: 저렇게.\n",
       "First Paper <2401.00001> method:1; Second Paper <2401.00002> method:1; ", "outline-drift"},
      {"bullets with points and no section",
       "- [First Paper]" + link_a + "\n  - Goal: 하나를 한다.\n- [Second Paper]" + link_b +
           "\n  - Goal: 둘을 한다.\n",
       "First Paper <2401.00001> other:1; Second Paper <2401.00002> other:1; ",
       "outline-drift text-outside-section text-outside-section"},
      {"numbers with points and no bold",
       "1. [First Paper]" + link_a + "\n   - Goal: 하나를 한다.\n2. [Second Paper]" + link_b +
           "\n   - Goal: 둘을 한다.\n",
       "1 First Paper <2401.00001> other:1; 2 Second Paper <2401.00002> other:1; ",
       "outline-drift text-outside-section text-outside-section"},
      {"a list of one before each digest",
       "1. [First Paper]" + link_a +
           "\n\n## Introduction\n- Goal: 하나를 한다.\n\n2. [Second Paper]" + link_b +
           "\n\n## Introduction\n- Goal: 둘을 한다.\n",
       "1 First Paper <2401.00001> introduction:1; 2 Second Paper <2401.00002> introduction:1; ",
       "outline-drift"},
      {"references stay a list",
       "1. [First Paper]" + link_a + "\n2. [Second Paper]" + link_b + "\n", "outside:1", ""},
      {"references with remarks stay a list",
       "- [First Paper]" + link_a + "\n  - 먼저 읽자.\n- [Second Paper]" + link_b + "\n",
       "outside:1", ""},
      {"a list within a paper stays one",
       "# 1. [First Paper]" + link_a + "\n\n## 방법\n\n- [Baseline]" + link_b +
           "\n  - 방법: 비교한다.\n",
       "1 First Paper <2401.00001> method:1; ", ""},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("a title in square brackets keeps its link", "[normalize]") {
  check({"brackets within the link",
         "# 1. [\\[Position\\]]" + link_a + "\n\n## 방법\n\n이렇게 한다.\n",
         "1 [Position] <2401.00001> method:1; ", ""});
  check({"brackets at its start",
         "# 1. [\\[Re\\] Study]" + link_a + "\n\n## 방법\n\n이렇게 한다.\n",
         "1 [Re] Study <2401.00001> method:1; ", ""});
}

TEST_CASE("a bold line names a section although its text goes on below", "[normalize]") {
  check({"text in the next line",
         "# 1. [First Paper]" + link_a +
             "\n\n## 서론\n- 목표: 하나.\n\n**방법**\n이렇게 한다.\n\n"
             "**결과**\n\n좋다.\n",
         "1 First Paper <2401.00001> introduction:1 method:1 results:1; ", ""});
  check({"bold words in the middle of a text",
         "# 1. [First Paper]" + link_a + "\n\n## 서론\n\n**방법** 하나를\n보인다.\n",
         "1 First Paper <2401.00001> introduction:1; ", ""});
}
