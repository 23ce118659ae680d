#include "front_matter.hpp"

#include "reading.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters::markdown;

TEST_CASE("scalars are quoted so that YAML gives them back", "[exporter_markdown]") {
  CHECK(quoted_yaml("읽은 논문: 1월") == "\"읽은 논문: 1월\"");
  CHECK(quoted_yaml("a \"b\" \\c") == "\"a \\\"b\\\" \\\\c\"");
  CHECK(quoted_yaml("a\nb\tc\x7F") == "\"a\\nb\\x09c\\x7F\"");
  CHECK(quoted_yaml("a\u2028b") == "\"a\\u2028b\"");
}

TEST_CASE("front matter has the keys of a post in their order", "[exporter_markdown]") {
  model::Post post = tests::review_of({});
  post.title = "Daily Papers — 2026-10-05";
  post.time = "08:15:00";
  post.tags = {"papers", "한국어 자료", "a, b", "yes", "2026", "-x", "c++"};
  CHECK(post_front_matter(post) ==
        "---\nlayout: post\ntitle: \"Daily Papers — 2026-10-05\"\ndate: 2026-10-05 08:15:00\n"
        "tags: [papers, 한국어 자료, \"a, b\", \"yes\", \"2026\", \"-x\", c++]\ncategories: []\n"
        "---\n");
  post.time.reset();
  CHECK(post_front_matter(post).find("date: 2026-10-05\n") != std::string::npos);
}

TEST_CASE("front matter of any text comes back as it was", "[exporter_markdown]") {
  const char* texts[] = {"따옴표 \" 하나", "콜론: 뒤",     "# 아님",     "끝에 \\",
                         "'작은' 따옴표",  "{{ x }} {% y", "---",        "& * ! | > % @ `",
                         "[대괄호, 쉼표]", "null",         "2026-10-05", "~"};
  for (const char* text : texts) {
    model::Post post = tests::review_of({tests::paragraph("본문")});
    post.title = text;
    post.tags = {text, "둘"};
    post.categories = {text};
    const model::Post back = tests::read_back(tests::day_markdown(tests::edition_of(post)));
    CHECK(back.title == text);
    CHECK(back.tags == post.tags);
    CHECK(back.categories == post.categories);
  }
}
