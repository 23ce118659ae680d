#include "galpi/model/text_dump.hpp"

#include "sample_post.hpp"
#include "support/catch.hpp"

using namespace galpi;

TEST_CASE("a dump has one line per block, and nothing of the post is missing", "[model]") {
  CHECK(model::dump(test::sample_digest().post) ==
        R"(post 2024-01-05 08:15:00 digest "읽은 논문 — 1월 5일"
  source _posts/2024-01-05-widgets.md
  tag "papers"
  tag "made-up"
  section other - level 0 stated @5:1
    quote @5:1
      paragraph "오늘의 글" @5:3
  paper 1 "Widgets: A \"Study\" of \\ Things" @7:1
    system "Widgets"
    url https://arxiv.org/abs/2401.01234v2
    arxiv 2401.01234v2
    link "Overview" https://example.org/overview/2401.01234
    section introduction "서론" level 2 stated @11:1
      point [goal] "빠르게 읽는다." @12:9
      point "느리다." @13:3
    section method "Method" level 2 truncated @15:1
      paragraph "주의(attention)를\n쓴다 [1]" {strong 0-13} {link 3-12 https://example.org/a?b="c"} {footnote 18-21 #fn-1} @16:1
      code [cpp] "if (a < b) {\n\treturn \"\\\";\n}" @19:1
      list [3] @24:1
        item [[x]] "첫째" @24:3
        item @25:3
          paragraph "둘째" @25:3
          rule @27:3
      table @30:1
        row @30:1
          cell [right] "값" @30:3
      image {image 0-0 images/a.png} @33:1
)");
}
