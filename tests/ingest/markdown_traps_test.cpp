// Every trap that plain CommonMark falls into on Korean blogs: one row each.
#include "ingest/parsed.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

struct Row {
  std::string body;
  std::string blocks;
  std::string codes;
};

void check(const Row& row) {
  INFO(row.body);
  const auto parsed = tests::parse_body(row.body);
  CHECK(tests::show(parsed.post) == row.blocks);
  CHECK(parsed.codes() == row.codes);
  CHECK(tests::faults_of(parsed.post) == "");
}

}  // namespace

TEST_CASE("emphasis closes before Hangul", "[ingest]") {
  const Row rows[] = {
      {"**어텐션(attention)**을 쓴다\n", "어텐션(attention)을 쓴다 <strong|어텐션(attention)>\n",
       "emphasis-repaired"},
      {"**\"인용\"**은\n", "\"인용\"은 <strong|\"인용\">\n", "emphasis-repaired"},
      {"이것은**\"인용\"**은\n", "이것은\"인용\"은 <strong|\"인용\">\n",
       "emphasis-repaired emphasis-repaired"},
      {"*기울임(x)*을\n", "기울임(x)을 <emphasis|기울임(x)>\n", "emphasis-repaired"},
      {"~~취소(y)~~를\n", "취소(y)를 <strikethrough|취소(y)>\n", "emphasis-repaired"},
      {"_밑줄(z)_을\n", "밑줄(z)을 <emphasis|밑줄(z)>\n", "emphasis-repaired"},
      {"**A(a)**을 쓰고 B**C(c)**는\n", "A(a)을 쓰고 BC(c)는 <strong|A(a)> <strong|C(c)>\n",
       "emphasis-repaired emphasis-repaired"},
      {"**굵게**는 그대로\n", "굵게는 그대로 <strong|굵게>\n", ""},
      {"값)**을 홀로\n", "값)**을 홀로\n", ""},
      {"정확도*(95%)와 재현율*(90%)\n", "정확도*(95%)와 재현율*(90%)\n", ""},
      {"snake_case_name 과 가_나_다\n", "snake_case_name 과 가_나_다\n", ""},
      {"**[링크](https://a.example)**를\n", "링크를 <strong|링크> <link https://a.example|링크>\n",
       "emphasis-repaired"},
      {"***둘(다)***는\n", "둘(다)는 <emphasis|둘(다)> <strong|둘(다)>\n",
       "emphasis-repaired emphasis-repaired"},
      // Characters of the private use area are the author's own.
      {"\xEE\x80\x80 **가(나)**는 \xEE\x80\x81\n",
       "\xEE\x80\x80 가(나)는 \xEE\x80\x81 <strong|가(나)>\n", "emphasis-repaired"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("single tildes are no strikethrough", "[ingest]") {
  check({"20~40% 빠르고 5~6배 … ~하나~\n", "20~40% 빠르고 5~6배 … ~하나~\n", ""});
  check({"~~지움~~ ~~~x~~~\n", "지움 ~~~x~~~ <strikethrough|지움>\n", ""});
}

TEST_CASE("a bare address ends before a particle", "[ingest]") {
  const std::string url = "https://arxiv.org/abs/2401.00001";
  check({url + "를 보라\n", url + "를 보라 <link " + url + "|" + url + ">\n", ""});
  check({"(" + url + ")을\n", "(" + url + ")을 <link " + url + "|" + url + ">\n", ""});
  check({"**" + url + "**에서\n",
         url + "에서 <strong|" + url + "> <link " + url + "|" + url + ">\n", ""});
  check({"www.example.org에서 me@example.org로\n",
         "www.example.org에서 me@example.org로 <link http://www.example.org|www.example.org> "
         "<link mailto:me@example.org|me@example.org>\n",
         ""});
  check({"[" + url + "](" + url + ")\n", url + " <link " + url + "|" + url + ">\n", ""});
  check({"https://a.example/x?a=1&amp;b=2.\n",
         "https://a.example/x?a=1&b=2. <link "
         "https://a.example/x?a=1&b=2|https://a.example/x?a=1&b=2>\n",
         ""});
}

TEST_CASE("a soft break is a space and a hard break a line end", "[ingest]") {
  check({"가나\n다라\n", "가나 다라\n", ""});
  check({"가나  \n다라\n", "가나\\n다라\n", ""});
  check({"가나\\\n다라\n", "가나\\n다라\n", ""});
  check({"가나  \n\n다라  \n", "가나\n다라\n", ""});
  check({"가나<br>다라<br/>\n", "가나\\n다라\n", ""});
}

TEST_CASE("footnotes and definitions that nothing uses are text", "[ingest]") {
  check({"글\n\n[^x]: 안 쓰인 주\n\n뒤\n", "글\n[^x]: 안 쓰인 주\n뒤\n", "footnote-unreferenced"});
  check({"글[^1]과\n\n[^1]: 쓰인 주\n",
         "글[1]과 <footnote #fn-1|[1]>\nlist: [footnotes]\n  item: [1] 쓰인 주\n", ""});
  check({"둘[^b] 하나[^a_b] 코드 `[^c]`\n\n[^a_b]: 가\n[^b]: 나\n[^c]: 다\n",
         "둘[b] 하나[a_b] 코드 [^c] <footnote #fn-b|[b]> <footnote #fn-a_b|[a_b]> <code|[^c]>\n"
         "[^c]: 다\nlist: [footnotes]\n  item: [b] 나\n  item: [a_b] 가\n",
         "footnote-unreferenced"});
  check({"없는 주[^9]\n", "없는 주[^9]\n", ""});
  check({"글[^1]\n\n[^1]: 하나\n[^1]: 또 하나\n",
         "글[1] <footnote #fn-1|[1]>\nlist: [footnotes]\n  item: [1] 하나 [1]: 또 하나 <footnote "
         "#fn-1|[1]>\n",
         ""});
  check({"[쓴다][a]\n\n[a]: https://a.example \"제목\"\n[b]: https://b.example '남은 것'\n",
         "쓴다 (제목) <link https://a.example|쓴다>\n"
         "[b]: https://b.example '남은 것' <link https://b.example|https://b.example>\n",
         "definition-unused"});
  check({"[가](https://a.example \"나\") ![다](/b.png '라') 끝\n",
         "가 (나) 다 (라) 끝 <link https://a.example|가> <image /b.png|다>\n", ""});
}

TEST_CASE("an open fence or comment swallows no paper", "[ingest]") {
  check({"```python\nx = 1\n# 주석\n\n# 2. [T](https://arxiv.org/abs/2401.00001)\n\n글\n",
         "code: [python] x = 1\\n# 주석\n# 2. T <link https://arxiv.org/abs/2401.00001|T>\n글\n",
         "fence-unclosed"});
  check({"```\na\n\n## 결과\n\n```sh\nb\n```\n", "code: a\n## 결과\ncode: [sh] b\n",
         "fence-unclosed"});
  check({"```\na\n\n## 결과\n```\n글\n", "code: a\\n\\n## 결과\n글\n", ""});
  check({"~~~\na\n", "code: a\n", "fence-unclosed"});
  check({"> ```\n> a\n>\n> ## 결과\n\n글\n", "quote:\n  code: a\\n\\n## 결과\n글\n", ""});
  check({"<!-- 열림\n\n# 제목\n", "<!-- 열림\n# 제목\n", "comment-unclosed"});
  check({"<!-- 첫째\n\n# 제목\n\n<!-- 둘째 -->\n글\n", "<!-- 첫째\n# 제목\n글\n",
         "comment-unclosed comment-removed"});
  check({"앞 <!-- 주석\n\n# 숨은 것\n--> 뒤\n", "앞 뒤\n", "comment-removed"});
  check({"`<!--` 와 `-->`\n", "<!-- 와 --> <code|<!--> <code|-->>\n", ""});
  check({"```\n<!-- 코드 -->\n```\n", "code: <!-- 코드 -->\n", ""});
  check({"    <!-- 코드 -->\n", "code: <!-- 코드 -->\n", ""});
}

TEST_CASE("tags that are no HTML are text", "[ingest]") {
  check({"<think>생각</think> 그리고 Vec<T>와\n", "<think>생각</think> 그리고 Vec<T>와\n",
         "html-text html-text html-text"});
}

TEST_CASE("pseudo-tags at the start of a line and in titles stay, with Markdown around them",
          "[ingest]") {
  check({"<think>\n**굵게**\n</think>\n", "<think> 굵게 </think> <strong|굵게>\n",
         "html-text html-text"});
  check({"# 1. [<answer> 논문](https://arxiv.org/abs/2401.00001)\n",
         "# 1. <answer> 논문 <link https://arxiv.org/abs/2401.00001|<answer> 논문>\n",
         "html-text"});
  check({"## <Parallel> 방법\n", "## <Parallel> 방법\n", "html-text"});
  check({"a < b, x<5, <3\n", "a < b, x<5, <3\n", ""});
}

TEST_CASE("a heading broken over lines is joined", "[ingest]") {
  const std::string one =
      "# 1. 제목 이어진 것 <link https://arxiv.org/abs/2401.00001|제목 이어진 것>\n";
  check({"# 1. [제목\n이어진 것](https://arxiv.org/abs/2401.00001)\n", one, "heading-joined"});
  check({"# 1. [제목\n\n이어진 것](https://arxiv.org/abs/2401.00001)\n", one, "heading-joined"});
  check({"# 1. [제목  \n  이어진\n  것](https://arxiv.org/abs/2401.00001)  \n글\n", one + "글\n",
         "heading-joined"});
  check({"# 1. [제목 이어진 것]\n(https://arxiv.org/abs/2401.00001)\n", one, "heading-joined"});
  check({"# 1. [제목 이어진 것](https://arxiv.org/\nabs/2401.00001)\n", one, "heading-joined"});
  check({"#1. [제목 이어진 것](https://arxiv.org/abs/2401.00001)\n", one, ""});
  check({"# 구간 [0, 1)\n\n글 하나\n", "# 구간 [0, 1)\n글 하나\n", ""});
  check({"# [1] 참고\n\n[둘](https://a.example)\n", "# [1] 참고\n둘 <link https://a.example|둘>\n",
         ""});
}

TEST_CASE("kramdown and Liquid are left out of prose and kept in code", "[ingest]") {
  check({"{: .note}\n글 *강조*{: .red} 끝\n", "글 강조 끝 <emphasis|강조>\n",
         "attribute-list attribute-list"});
  check({"- 하나\n{:.wide}\n", "list:\n  item: 하나\n", "attribute-list"});
  check({"* TOC\n{:toc}\n\n글\n", "글\n", "attribute-list"});
  check({"앞\n\n1. 이 줄은 차례로 바뀐다\n{:toc}\n\n뒤\n", "앞\n뒤\n", "attribute-list"});
  check({"| a | b |\n|---|---|\n| c | d |\n{: .table}\n",
         "table:\n  row:\n    cell: a\n    cell: b\n  row:\n    cell: c\n    cell: d\n",
         "attribute-list"});
  check({"{::options parse_block_html=\"true\" /}\n글\n", "글\n", "attribute-list"});
  check({"{::comment}\n숨김\n\n글\n{:/comment}\n뒤\n", "뒤\n", "comment-removed"});
  check({"## 제목 {#id}\n", "## 제목\n", "attribute-list"});
  check({"앞 {% include a.html b=\"c\" %} 뒤 {{ page.title }}\n", "앞 뒤\n",
         "liquid-tag liquid-tag"});
  check({"`{% raw %}` `{{ x }}` `{: .y}`\n",
         "{% raw %} {{ x }} {: .y} <code|{% raw %}> <code|{{ x }}> <code|{: .y}>\n", ""});
  check({"```\n{% raw %}\n{: .y}\n```\n", "code: {% raw %}\\n{: .y}\n", ""});
  check({"![그림]({{ site.baseurl }}/a.png)\n", "image: 그림 <image /a.png|그림>\n", ""});
  check({"집합 {a, b} 와 {닫히지\n", "집합 {a, b} 와 {닫히지\n", ""});
  check({"1\\. 점 \\*별\\* \\{ \\| \\: \\#\n", "1. 점 *별* { | : #\n", ""});
}

TEST_CASE("letters that markup kept apart compose when it is gone", "[ingest]") {
  const std::string bodies[] = {
      "글 가<b></b>\u11A8 끝",
      "글 가<b></b>&#x11A8; 끝",
      "# 글 가<b></b>\u11A8 끝",
      "<div>\n글 가<b></b>\u11A8 끝\n</div>",
      "| 글 |\n|---|\n| 가<b></b>\u11A8 끝 |",
  };
  for (const std::string& body : bodies) {
    INFO(body);
    CHECK(tests::text_of(tests::parse_body(body).post).find("각 끝") != std::string::npos);
  }
}
