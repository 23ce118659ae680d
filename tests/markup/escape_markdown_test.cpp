#include <random>
#include <string>
#include <vector>

#include "galpi/markup/escape.hpp"
#include "support/catch.hpp"
#include "support/cmark.hpp"

using namespace galpi::markup;
using galpi::tests::parse_markdown;
using galpi::tests::plain_text_of;
using galpi::tests::tree_of;

namespace {

std::string escaped(std::string_view text) { return escape(text, Context::markdown_text); }

/// The first node of `type` below (and with) `node`, or nullptr.
cmark_node* find_node(cmark_node* node, const std::string& type) {
  if (node == nullptr || cmark_node_get_type_string(node) == type) return node;
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
       child = cmark_node_next(child)) {
    if (cmark_node* found = find_node(child, type)) return found;
  }
  return nullptr;
}

std::string text_in(const std::string& markdown, const std::string& type) {
  const auto document = parse_markdown(markdown);
  cmark_node* const node = find_node(document.get(), type);
  return node == nullptr ? tree_of(document.get()) : plain_text_of(node);
}

/// `text` read back from every place that markdown_text promises to be safe in.
void check_everywhere(const std::string& text) {
  INFO("text: " << text << "\nescaped: " << escaped(text));
  const auto document = parse_markdown(escaped(text));
  REQUIRE(cmark_node_first_child(document.get()) != nullptr);
  CHECK(cmark_node_first_child(document.get()) == cmark_node_last_child(document.get()));
  CHECK(text_in(escaped(text), "paragraph") == text);
  CHECK(text_in("가 " + escaped(text) + " 나", "paragraph") == "가 " + text + " 나");
  CHECK(text_in("- " + escaped(text), "paragraph") == text);
  CHECK(text_in("가\n" + escaped(text), "paragraph") == "가\n" + text);
  CHECK(text_in("[" + escaped(text) + "](u)", "link") == text);
  CHECK(text_in("# " + escaped(text), "heading") == text);
  const auto table = parse_markdown("| a | b |\n| - | - |\n| " + escaped(text) + " | x |");
  cmark_node* const row = cmark_node_last_child(cmark_node_first_child(table.get()));
  CHECK(plain_text_of(cmark_node_first_child(row)) == text);
}

}  // namespace

TEST_CASE("Markdown text is escaped where it must be and nowhere else", "[markup]") {
  struct Row {
    const char* text;
    const char* escaped;
  };
  const Row rows[] = {
      {"주의(attention)를 쓴다.", "주의(attention)를 쓴다."},
      {"정확도 0.89, 3.5배, v2.0-rc1", "정확도 0.89, 3.5배, v2.0-rc1"},
      {"*강조*", "\\*강조\\*"},
      {"snake_case_name", "snake_case_name"},
      {"한글_이름", "한글_이름"},
      {"_앞", "\\_앞"},
      {"뒤_", "뒤\\_"},
      {"a__b", "a\\_\\_b"},
      {"f(_x_)", "f(\\_x\\_)"},
      {"`코드`", "\\`코드\\`"},
      {"[1]", "\\[1&#93;"},
      {"[^1]", "\\[^1&#93;"},
      {"^1", "\\^1"},
      {"x^2", "x^2"},
      {"![그림](x)", "!\\[그림&#93;(x)"},
      {"놀랍다!", "놀랍다\\!"},
      {"놀랍다! 정말.", "놀랍다! 정말."},
      {"<think>", "\\<think>"},
      {"</b>", "\\</b>"},
      {"<!-- x -->", "\\<!-- x -->"},
      {"a < b, p<0.05", "a < b, p<0.05"},
      {"a > b", "a > b"},
      {"> 인용", "\\> 인용"},
      {"R&D, A & B", "R&D, A & B"},
      {"&amp;", "\\&amp;"},
      {"&#38; &#x26;", "\\&#38; \\&#x26;"},
      {"p(x|y)", "p(x\\|y)"},
      {"20~40%", "20\\~40%"},
      {"~~취소~~", "\\~\\~취소\\~\\~"},
      {"가 ~ 나", "가 ~ 나"},
      {"# 제목", "\\# 제목"},
      {"#태그", "#태그"},
      {"C# 언어", "C# 언어"},
      {"끝 ##", "끝 \\##"},
      {"- 항목", "\\- 항목"},
      {"-5% 하락", "-5% 하락"},
      {"---", "\\---"},
      {"--- ---", "\\--- ---"},
      {"가 - 나", "가 - 나"},
      {"+ 항목", "\\+ 항목"},
      {"+5%", "+5%"},
      {"===", "\\==="},
      {"1. 첫째", "1\\. 첫째"},
      {"12) 둘째", "12\\) 둘째"},
      {"2.5배", "2.5배"},
      {"2026. 10. 31.", "2026\\. 10. 31."},
      {"1234567890. 열 자리", "1234567890. 열 자리"},
      {"a\\b", "a\\\\b"},
      {"\\(x\\)", "&#92;(x\\\\)"},
      {"\\[x\\]", "\\\\\\[x\\\\&#93;"},
      {"[a=b]", "\\[a=b&#93;"},
      {"#1. 첫째", "\\#1. 첫째"},
      {"제목 {#id}", "제목 \\{#id}"},
      {"$x$와 $5", "\\$x\\$와 \\$5"},
      {"https://a.b/c", "https\\://a.b/c"},
      {"www.a.b", "www\\.a.b"},
      {"a@b.c", "a\\@<!-- -->b.c"},
      {"pass@1, Recall@10.", "pass@1, Recall@10."},
      {"{{ site.url }}", "{\\{ site.url }}"},
      {"{% raw %}", "{\\% raw %}"},
      {"{: .class}", "\\{: .class}"},
      {"{x}", "{x}"},
      {":-:", "\\:-:"},
      {"비율: 3:1", "비율: 3:1"},
      {"가\n- 나\n1. 다", "가\n\\- 나\n1\\. 다"},
  };
  for (const Row& row : rows) {
    CHECK(escaped(row.text) == row.escaped);
    if (std::string_view(row.text).contains('\n')) {
      CHECK(text_in(escaped(row.text), "paragraph") == row.text);
    } else {
      check_everywhere(row.text);
    }
  }
}

TEST_CASE("who knows the place needs fewer escapes", "[markup]") {
  struct Row {
    const char* text;
    MarkdownPlace place;
    const char* escaped;
  };
  const Row rows[] = {
      {"[MASK] 토큰", {.in_link = false}, "\\[MASK] 토큰"},
      {"놀랍다!", {.ends_block = true}, "놀랍다!"},
      {"x <", {.ends_block = true}, "x <"},
      {"R&D", {.ends_block = true}, "R&D"},
      {"{", {.ends_block = true}, "{"},
      {" - 나", {.starts_line = false}, " - 나"},
      {"1. 첫째", {.starts_line = false}, "1. 첫째"},
      {"# 가", {.starts_line = false}, "# 가"},
      {"가\n- 나", {.starts_line = false}, "가\n\\- 나"},
      {"^1", {.in_link = false}, "^1"},
  };
  for (const Row& row : rows) {
    std::string written;
    escape_markdown_to(written, row.text, row.place);
    CHECK(written == row.escaped);
    const bool whole = row.place.starts_line && row.place.ends_block;
    if (whole) CHECK(text_in(written, "paragraph") == row.text);
    CHECK(text_in("가" + written, "paragraph") == "가" + std::string(row.text));
  }
}

TEST_CASE("a tilde that stands alone in its block is left alone", "[markup]") {
  CHECK(escape("20~40%", Context::markdown_text_one_tilde) == "20~40%");
  CHECK(text_in(escape("약 20~40% 향상", Context::markdown_text_one_tilde), "paragraph") ==
        "약 20~40% 향상");
}

TEST_CASE("random nasty text reads back as itself in every place", "[markup]") {
  const std::vector<std::string> pieces = {
      "*",      "_",    "`",   "[",    "]",   "(",     ")",    "<",    ">",       "&",     "|",
      "~",      "#",    "+",   "-",    ".",   "!",     "=",    ":",    "\\",      "$",     "{",
      "}",      "%",    "@",   "^",    "\"",  "'",     "/",    "www",  "http",    "//",    "1",
      "12.",    "amp;", "a.b", "a",    "가",  "주의",  " ",    "\t.",  "lt",      "&#35;", "***",
      "--",     "~~",   "```", "<!--", "-->", "a@b.c", "x_y",  "é",    "…",       "”",     "[^1]:",
      "[x]: y", "![",   "](",  "- ",   "> ",  "1) ",   "<br>", "ftp:", "mailto:",
  };
  std::mt19937 random(20261031);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned count = 1 + random() % 8; count > 0; --count) {
      text += pieces[random() % pieces.size()];
    }
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string::npos) continue;
    text = text.substr(first, text.find_last_not_of(" \t") + 1 - first);
    check_everywhere(text);
  }
}

TEST_CASE("link destinations lead where they led", "[markup]") {
  struct Row {
    const char* url;
    const char* escaped;
  };
  const Row rows[] = {
      {"https://arxiv.org/abs/2510.12345", "https://arxiv.org/abs/2510.12345"},
      {"", "<>"},
      {"a b", "<a b>"},
      {"https://ko.wikipedia.org/wiki/주의_(심리학)",
       "<https://ko.wikipedia.org/wiki/주의_(심리학)>"},
      {"a<b>c", "<a\\<b\\>c>"},
      {"a?x=1&amp;y=2", "a?x=1&amp;amp;y=2"},
      {"a?x=1&y=2", "a?x=1&y=2"},
      {"a|b", "a\\|b"},
      {"a\\b", "a\\\\b"},
      {"$a$", "\\$a\\$"},
      {"*a*_b_", "*a*_b_"},
      {"[a]", "[a]"},
      {"{{x}}", "{\\{x}}"},
  };
  for (const Row& row : rows) {
    INFO(row.url);
    const std::string written = escape(row.url, Context::markdown_url);
    CHECK(written == row.escaped);
    const auto document = parse_markdown("가 [x](" + written + ")를");
    cmark_node* const link = find_node(document.get(), "link");
    REQUIRE(link != nullptr);
    CHECK(std::string(cmark_node_get_url(link)) == row.url);
  }
  CHECK(escape("a\nb", Context::markdown_url) == "<a%0Ab>");
}
