#include "normalize/paper_heading.hpp"

#include "raw_builder.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::normalize;

namespace {

std::string shown(const PaperHeading& heading) {
  std::string all = heading.number ? std::to_string(*heading.number) : "-";
  all += " | " + heading.title + " | " + heading.url.value_or("-");
  for (const model::PaperLink& link : heading.links) all += " | " + link.text + " " + link.url;
  return all;
}

}  // namespace

TEST_CASE("number, title and link of a paper are read from all kinds of headings", "[normalize]") {
  struct Row {
    const char* heading;
    const char* shown;
  };
  const Row rows[] = {
      {"1. [A Study](u)", "1 | A Study | u"},
      {"1.[A Study](u)", "1 | A Study | u"},
      {"1) [A Study](u)", "1 | A Study | u"},
      {"(1) [A Study](u)", "1 | A Study | u"},
      {"[1] A Study", "1 | A Study | -"},
      {"#12 A Study", "12 | A Study | -"},
      {"No. 3 A Study", "- | No. 3 A Study | -"},
      {"No. 3: [A Study](u)", "3 | A Study | u"},
      {"논문 3. [A Study](u)", "3 | A Study | u"},
      {"논문 3", "3 |  | -"},
      {"① [A Study](u)", "1 | A Study | u"},
      {"⑳ A Study", "20 | A Study | -"},
      {"1\xEF\xB8\x8F\xE2\x83\xA3 A Study", "1 | A Study | -"},
      {"7 [A Study](u)", "7 | A Study | u"},
      {"[1. A Study](u)", "1 | A Study | u"},
      {"[A Study](u)", "- | A Study | u"},
      {"A Study", "- | A Study | -"},
      {"12. A Study", "12 | A Study | -"},
      // Numbers that belong to the title.
      {"3D Scenes", "- | 3D Scenes | -"},
      {"2.5D Scenes", "- | 2.5D Scenes | -"},
      {"7 Ways to Walk", "- | 7 Ways to Walk | -"},
      {"(3D) Scenes", "- | (3D) Scenes | -"},
      {"2024: A Year", "2024 | A Year | -"},
      {"1. [3D Scenes](u)", "1 | 3D Scenes | u"},
      // More than a title.
      {"1. [A   Study](u)", "1 | A Study | u"},
      {"1. **[A Study](u)**", "1 | A Study | u"},
      {"1. [A Study](u) (ICLR 2024)", "1 | A Study (ICLR 2024) | u"},
      {"1. A Study [arXiv](u)", "1 | A Study | u | arXiv u"},
      {"1. A Study ([링크](u))", "1 | A Study | u | 링크 u"},
      {"1. A Study - [paper](u)", "1 | A Study | u | paper u"},
      {"1. [A Study](https://arxiv.org/abs/2401.01234) [코드](c)",
       "1 | A Study 코드 | https://arxiv.org/abs/2401.01234 | 코드 c"},
      {"1. [Code](c) [A Study](https://arxiv.org/abs/2401.01234)",
       "1 | Code A Study | https://arxiv.org/abs/2401.01234 | Code c"},
      {"1. [arXiv](u)", "1 | arXiv | u"},
      {"제목: A Study", "- | A Study | -"},
      {"2. Title: A Study", "2 | A Study | -"},
      // Links that are none.
      {"3. [A Study](https://arxiv.org/abs/2401.01234",
       "3 | A Study | https://arxiv.org/abs/2401.01234"},
      {"3. [A Study](", "3 | A Study | -"},
      {"3. [A Study](javascript:alert", "3 | A Study javascript:alert | -"},
      {"3. [A Study]", "3 | A Study | -"},
      {"3. [A Study", "3 | A Study | -"},
      {"3. [A] Study", "3 | [A] Study | -"},
      {"3.", "3 |  | -"},
  };
  for (const Row& row : rows) {
    INFO(row.heading);
    CHECK(shown(read_paper_heading(test::raw_block("# " + std::string(row.heading)))) == row.shown);
  }
}

TEST_CASE("what was odd about a heading is remembered", "[normalize]") {
  const auto read = [](const char* heading) {
    return read_paper_heading(test::raw_block(heading));
  };
  CHECK(read("# 1. [A   Study](u)").was_wrapped);
  CHECK_FALSE(read("# 1. [A Study](u)").was_wrapped);
  CHECK(read("# 1. [A Study](u").was_broken);
  CHECK_FALSE(read("# 1. [A Study](u)").was_broken);
  CHECK(read("# 제목: A Study").had_label);
}
