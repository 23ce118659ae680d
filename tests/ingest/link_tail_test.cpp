#include "ingest/link_tail.hpp"

#include "ingest/autolinks.hpp"
#include "ingest/html_tag.hpp"
#include "ingest/mark_nesting.hpp"
#include "ingest/mask.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::ingest;

namespace {

std::string_view slice(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

}  // namespace

TEST_CASE("the tail of a link is its destination and title", "[ingest]") {
  struct Row {
    std::string_view text;
    std::string_view destination;
    std::string_view title;
    std::uint32_t end;  ///< 0: no link
  };
  const Row rows[] = {
      {"(a)", "a", "", 3},
      {"( a )x", "a", "", 5},
      {"(a \"t\")", "a", "t", 7},
      {"(a 't')", "a", "t", 7},
      {"(a (t))", "a", "t", 7},
      {"(<a b> \"t\")", "a b", "t", 11},
      {"(a_(b)_c)", "a_(b)_c", "", 9},
      {"(a\\)b)", "a\\)b", "", 6},
      {"()", "", "", 2},
      {"({{ site.url }}/a)", "{{ site.url }}/a", "", 18},
      {"(a b)", "", "", 0},
      {"(a \"t)", "", "", 0},
      {"(a", "", "", 0},
      {"((a)", "", "", 0},
      {"x", "", "", 0},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto tail = read_link_tail(row.text, 0);
    REQUIRE(tail.has_value() == (row.end > 0));
    if (!tail) continue;
    CHECK(slice(row.text, tail->destination) == row.destination);
    CHECK(slice(row.text, tail->title) == row.title);
    CHECK(tail->end == row.end);
  }
}

TEST_CASE("definitions end with their line", "[ingest]") {
  CHECK(read_definition("[a]: b \"t\"\nc", 0)->tail.end == 10);
  CHECK(read_definition("[a]: b\n\"t\"", 0)->tail.end == 10);
  CHECK(read_definition("[a]: b\n\"t\" x", 0)->tail.end == 6);
  CHECK(read_definition("[a]:\nb", 0)->tail.end == 6);
  CHECK_FALSE(read_definition("[a]: b c", 0));
  CHECK_FALSE(read_definition("[a] b", 0));
  CHECK_FALSE(read_definition("[^a]: b", 0));
  CHECK_FALSE(read_definition("[]: b", 0));
  CHECK(normalize_label(" Foo \n BAR ") == "foo bar");
}

TEST_CASE("tags are read as CommonMark defines them", "[ingest]") {
  struct Row {
    std::string_view text;
    std::size_t length;
    HtmlElement element;
  };
  const Row rows[] = {
      {"<b>", 3, HtmlElement::strong},
      {"</B >", 5, HtmlElement::strong},
      {"<br/>", 5, HtmlElement::line_break},
      {"<img src='a' alt=b>", 19, HtmlElement::image},
      {"<a href=\"x>y\">", 14, HtmlElement::link},
      {"<think>", 7, HtmlElement::none},
      {"<a-b c>", 7, HtmlElement::none},
      {"<SCRIPT>", 8, HtmlElement::active},
      {"<5>", 0, HtmlElement::none},
      {"< b>", 0, HtmlElement::none},
      {"<b", 0, HtmlElement::none},
      {"<a href=\"x>", 0, HtmlElement::none},
      {"<a_b>", 0, HtmlElement::none},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto tag = read_html_tag(row.text);
    CHECK((tag ? tag->length : 0) == row.length);
    if (tag) CHECK(tag->element == row.element);
  }
}

TEST_CASE("bare addresses end where prose goes on", "[ingest]") {
  struct Row {
    std::string text;
    std::string link;
  };
  const Row rows[] = {
      {"https://a.example/b.", "https://a.example/b"},
      {"https://a.example/b를", "https://a.example/b"},
      {"https://a.example/(b)을", "https://a.example/(b)"},
      {"https://a.example/b)", "https://a.example/b"},
      {"https://a.example/b’라고", "https://a.example/b"},
      {"https://a.example/b。", "https://a.example/b"},
      {"https://a.example/b{: .c}", "https://a.example/b"},
      {"https://", ""},
      {"xhttps://a.example", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto link =
        find_bare_link(row.text, static_cast<std::uint32_t>(row.text.find(':')), 0, false);
    CHECK((link ? row.text.substr(link->begin, link->end - link->begin) : "") == row.link);
  }
}

TEST_CASE("marks are made to nest", "[ingest]") {
  using model::Mark;
  using model::MarkType;
  std::vector<Mark> marks = {{MarkType::strong, 2, 8, ""}, {MarkType::emphasis, 0, 5, ""},
                             {MarkType::code, 4, 4, ""},   {MarkType::link, 9, 20, "a"},
                             {MarkType::link, 9, 10, "b"}, {MarkType::emphasis, 0, 3, ""}};
  nest_marks(marks, 12);
  const std::vector<Mark> expected = {
      {MarkType::emphasis, 0, 5, ""}, {MarkType::strong, 2, 5, ""}, {MarkType::link, 9, 12, "a"}};
  CHECK(marks == expected);
}

TEST_CASE("masking keeps the length and can be undone", "[ingest]") {
  const std::string text = "a*b_c`d[e]f<g&h\\i \\| 가";
  std::string masked = text;
  mask_inlines(masked, 0, masked.size());
  CHECK(masked.size() == text.size());
  CHECK(masked.find_first_of("*_`[]<&") == std::string::npos);
  CHECK(masked.find("\\|") != std::string::npos);
  unmask(masked, 0);
  CHECK(masked == text);
}
