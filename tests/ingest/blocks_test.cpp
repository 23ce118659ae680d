// The tree of a post: lists, quotes, tables, code, images, HTML.
#include "ingest/parsed.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

struct Row {
  std::string body;
  std::string blocks;
};

void check(const Row& row) {
  INFO(row.body);
  const auto parsed = tests::parse_body(row.body);
  CHECK(tests::show(parsed.post) == row.blocks);
  CHECK(tests::faults_of(parsed.post) == "");
}

}  // namespace

TEST_CASE("blocks follow the conventions of the model", "[ingest]") {
  const Row rows[] = {
      {"# 1. [제목   둘](https://arxiv.org/abs/2401.00001)\n",
       "# 1. 제목   둘 <link https://arxiv.org/abs/2401.00001|제목   둘>\n"},
      {"제목\n===\n\n둘째\n---\n", "# 제목\n## 둘째\n"},
      {"- 하나  \n- 둘\n", "list:\n  item: 하나\n  item: 둘\n"},
      {"- 하나\n\n  둘째 문단\n", "list:\n  item:\n    하나\n    둘째 문단\n"},
      {"- 하나\n  - 안쪽\n", "list:\n  item:\n    하나\n    list:\n      item: 안쪽\n"},
      {"3. 셋\n4. 넷\n", "list: [3]\n  item: 셋\n  item: 넷\n"},
      {"- [ ] 할 일\n- [x] 한 일\n", "list:\n  item: [[ ]] 할 일\n  item: [[x]] 한 일\n"},
      {"> 인용\n> 계속\n", "quote:\n  인용 계속\n"},
      {"> - 항목\n게으른 줄\n", "quote:\n  list:\n    item: 항목 게으른 줄\n"},
      {"***\n글\n\n---\n", "rule:\n글\nrule:\n"},
      {"```py x\na\n  b\n```\n", "code: [py] a\\n  b\n"},
      {"    a\n\n      b\n", "code: a\\n\\n  b\n"},
      {"```\n```\n", ""},
      {"![대체](/a.png)\n", "image: 대체 <image /a.png|대체>\n"},
      {"![대체 *글*](/a.png \"설명\")\n", "image: 대체 글 (설명) <image /a.png|대체 글 (설명)>\n"},
      {"![](/img/fig1.png)\n", "image: fig1.png <image /img/fig1.png|fig1.png>\n"},
      {"[![대체](/a.png)](https://a.example)\n", "image: 대체 <image /a.png|대체>\n"},
      {"글 ![대체](/a.png) 뒤\n", "글 대체 뒤 <image /a.png|대체>\n"},
      {"[](https://a.example)\n", "https://a.example <link https://a.example|https://a.example>\n"},
      {"앞 줄\n| a | b |\n|:--|--:|\n| c \\| d |\n",
       "앞 줄\ntable:\n  row:\n    cell: [left] a\n    cell: [right] b\n  row:\n    cell: [left] c "
       "| d\n"
       "    cell: [right]\n"},
      {"> | a | b |\n> |---|---|\n> |  | c |\n",
       "quote:\n  table:\n    row:\n      cell: a\n      cell: b\n    row:\n      cell:\n      "
       "cell: c\n"},
      {"> ## 안쪽 제목\n", "quote:\n  안쪽 제목\n"},
      {"", ""},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("HTML becomes marks, or loses its tags and keeps its text", "[ingest]") {
  const Row rows[] = {
      {"<b>굵게</b> <i>기울게</i> <s>지움</s> <kbd>키</kbd> x<sup>2</sup> H<sub>2</sub>O\n",
       "굵게 기울게 지움 키 x2 H2O <strong|굵게> <emphasis|기울게> <strikethrough|지움> <code|키> "
       "<superscript|2> <subscript|2>\n"},
      {"<span class=\"x\" onclick=\"evil()\">안 *강조*</span> 밖\n",
       "안 강조 밖 <emphasis|강조>\n"},
      {"<a href=\"https://a.example\">링크</a> <a href=\"javascript:x\">나쁨</a>\n",
       "링크 나쁨 <link https://a.example|링크>\n"},
      {"<img src=\"/a.png\" alt=\"그림\" onerror=\"evil()\">\n",
       "image: 그림 <image /a.png|그림>\n"},
      {"<div align=\"center\">\n\n안의 **굵은** 글\n\n</div>\n", "안의 굵은 글 <strong|굵은>\n"},
      {"<details>\n<summary>요약 &amp; 더</summary>\n\n글\n\n</details>\n",
       "html: 요약 & 더\n글\n"},
      {"<table>\n<tr><td>a</td><td>b</td></tr>\n<tr><td>c</td></tr>\n</table>\n",
       "html: a\\nb\\nc\n"},
      {"<p>*별표*는 별표 <b>굵게</b></p>\n", "html: *별표*는 별표 굵게 <strong|굵게>\n"},
      {"<pre>\na\n  b &lt;\n</pre>\n", "code: a\\n  b <\n"},
      {"앞 <script>alert(\"x\")</script> 뒤\n", "앞 뒤\n"},
      {"<script>\nalert(1)\n\n# 없음\n</script>\n글\n", "글\n"},
      {"<iframe src=\"https://a.example\"></iframe>\n글\n", "글\n"},
      {"<style>p { color: red }</style>글\n", "글\n"},
      {"*가 <b>나* 다</b>\n", "가 나 다 <emphasis|가 나> <strong|나>\n"},
      {"<pre>닫히지 않음\n\n# 제목\n", "닫히지 않음\n# 제목\n"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("unsafe links lose their mark and are reported", "[ingest]") {
  const std::string urls[] = {
      "javascript:alert(1)",     "JaVaScRiPt:alert(1)", "data:text/html,x",
      "file:///etc/passwd",      "vbscript:x",          "java&#x0A;script:alert(1)",
      "&#106;avascript:alert(1)"};
  for (const std::string& url : urls) {
    INFO(url);
    for (const std::string& body :
         {"[글](" + url + ")\n", "![글](" + url + ")\n", "<a href=\"" + url + "\">글</a>\n",
          "[글][r]\n\n[r]: " + url + "\n"}) {
      const auto parsed = tests::parse_body(body);
      CHECK(tests::show(parsed.post) == "글\n");
      CHECK(parsed.codes() == "link-unsafe");
    }
  }
  CHECK(tests::shown("<javascript:alert(1)>\n") == "javascript:alert(1)\n");
}

TEST_CASE("entities are decoded and cannot smuggle characters in", "[ingest]") {
  check({"&lt;&amp;&gt; &rarr; &#44032; &#x41; &nope; &copy\n", "<&> → 가 A &nope; &copy\n"});
  const auto parsed = tests::parse_body("a&#x202E;b&#1;c&#0;\n");
  CHECK(tests::show(parsed.post) == "abc\xEF\xBF\xBD\n");
  CHECK(parsed.codes() == "invisible-character invisible-character");
  check({"&#x1100;&#x1161;\n", "가\n"});
  check({"e*&#x301;*x\n", "e*\xCC\x81*x\n"});
}

TEST_CASE("places lead back to the raw file", "[ingest]") {
  const auto parsed = tests::parse_body(
      "\t\n> - **굵은**\t글 &amp; [링크](u)  \n>   다음 줄\n\n| a | 나\\|b |\n|---|---|\n| 다 | d "
      "|\n");
  CHECK(tests::faults_of(parsed.post) == "");
  const auto& item = parsed.post.blocks.at(0).block.children.at(0).children.at(0);
  CHECK(item.text == "굵은\t글 & 링크\n다음 줄");
  const auto at = [](const model::Block& block, std::string_view what) {
    return model::position_in_source(block, static_cast<std::uint32_t>(block.text.find(what)));
  };
  CHECK(item.at == At{6, 3});
  CHECK(at(item, "굵은") == At{6, 7});
  CHECK(at(item, "글") == At{6, 12});
  CHECK(at(item, "&") == At{6, 14});
  CHECK(at(item, "링크") == At{6, 21});
  CHECK(at(item, "줄") == At{7, 8});
  const auto& table = parsed.post.blocks.at(1).block;
  CHECK(at(table.children[0].children[1], "|b") == At{9, 9});
  CHECK(at(table.children[1].children[0], "다") == At{11, 3});
}

TEST_CASE("a report stands under the right Hangul", "[ingest]") {
  const auto parsed = tests::parse_body("가나다 [링크](javascript:x) 라\n");
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].span.file == "blog/2024-05-06-x.md");
  CHECK(parsed.diagnostics[0].span.at == At{5, 8});
  CHECK(parsed.diagnostics[0].span.end_column == 23);
  CHECK(parsed.diagnostics[0].excerpt == "가나다 [링크](javascript:x) 라");
}

TEST_CASE("reports are in the order of the file", "[ingest]") {
  const auto parsed = tests::parse_body("[a](javascript:x)\n\n<!-- 주석 -->\n\n```\n끝\n");
  CHECK(parsed.codes() == "link-unsafe comment-removed fence-unclosed");
}
