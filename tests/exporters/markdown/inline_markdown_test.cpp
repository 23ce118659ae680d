#include "inline_markdown.hpp"

#include "reading.hpp"
#include "support/catch.hpp"

using namespace galpi;
using galpi::model::Block;
using galpi::model::Mark;
using galpi::model::MarkType;
using galpi::tests::mark_of;
using galpi::tests::paragraph;

namespace {

/// Text, the words its marks stand over, and what it is as Markdown.
struct Row {
  const char* text;
  std::vector<std::pair<MarkType, const char*>> marks;
  const char* markdown;
};

std::string url_for(MarkType type) {
  if (type == MarkType::link) return "https://a.b/c";
  return type == MarkType::image ? "/x.png" : "";
}

Block block_of(const Row& row) {
  std::vector<Mark> marks;
  for (const auto& [type, words] : row.marks) {
    marks.push_back(mark_of(row.text, type, words, url_for(type)));
  }
  return paragraph(row.text, marks);
}

}  // namespace

TEST_CASE("marks are written so that CommonMark and galpi read them back", "[exporter_markdown]") {
  using enum MarkType;
  const Row rows[] = {
      {"어텐션을 쓴다.", {{strong, "어텐션"}}, "**어텐션**을 쓴다."},
      {"어텐션(attention)을 쓴다.",
       {{strong, "어텐션(attention)"}},
       "<strong>어텐션(attention)</strong>을 쓴다."},
      {"어텐션(attention) 기법", {{strong, "어텐션(attention)"}}, "**어텐션(attention)** 기법"},
      {"“인용”은", {{emphasis, "“인용”"}}, "<em>“인용”</em>은"},
      {"가→를", {{strong, "가→"}}, "<strong>가→</strong>를"},
      {"가 나다", {{strong, "나"}}, "가 **나**다"},
      {"가나", {{strong, "가"}, {strong, "나"}}, "<strong>가</strong>**나**"},
      {"가나다", {{emphasis, "가나다"}, {strong, "가나다"}}, "***가나다***"},
      {"가나다", {{strong, "가나다"}, {emphasis, "나"}}, "**가*나*다**"},
      {"가나", {{strong, "가나"}, {emphasis, "나"}}, "**가*나***"},
      {"지움 표시", {{strikethrough, "지움"}}, "~~지움~~ 표시"},
      {"코드 `x`는", {{code, "`x`"}}, "코드 `` `x` ``는"},
      {"ab 뒤", {{code, "a"}, {code, "b"}}, "`a`<code>b</code> 뒤"},
      {"x2와 H2O", {{superscript, "2"}}, "x<sup>2</sup>와 H2O"},
      {"문서를 본다", {{link, "문서"}}, "[문서](https://a.b/c)를 본다"},
      {"https://a.b/c를 본다", {{link, "https://a.b/c"}}, "<https://a.b/c>를 본다"},
      {"놀랍다! 문서", {{link, "문서"}}, "놀랍다! [문서](https://a.b/c)"},
      {"놀랍다!문서", {{link, "문서"}}, "놀랍다\\![문서](https://a.b/c)"},
      {"[1] 문서", {{link, "[1] 문서"}}, "[\\[1&#93; 문서](https://a.b/c)"},
      {"굵은 문서", {{link, "굵은 문서"}, {strong, "굵은"}}, "[**굵은** 문서](https://a.b/c)"},
      {"그림 설명", {{image, "그림"}}, "![그림](/x.png) 설명"},
      {"20~40% 향상", {}, "20~40% 향상"},
      {"20~40%, 5~6배", {}, "20\\~40%, 5\\~6배"},
      {"값은 $5이다", {}, "값은 \\$5이다"},
      {"[MASK] 토큰", {}, "\\[MASK] 토큰"},
      {"<think> 뒤", {}, "\\<think> 뒤"},
      {"{{ x }}와 {% y %}, {: .z}", {}, "{\\{ x }}와 {\\% y %}, \\{: .z}"},
      {"1. 첫째\n- 둘째\n# 셋째", {}, "1\\. 첫째  \n\\- 둘째  \n\\# 셋째"},
      {"가\n\n나", {}, "가<br>  \n나"},
      {"가. 나", {{strong, "가."}}, "**가.** 나"},
      {"&amp; R&D", {}, "\\&amp; R&D"},
  };
  for (const Row& row : rows) {
    const Block block = block_of(row);
    const std::string markdown = tests::body_of({block});
    CHECK(markdown == std::string(row.markdown) + "\n");
    CHECK(tests::first_paragraph_by_cmark(markdown) == tests::text_and_marks(block));
    // galpi takes any number of line breaks for one.
    if (block.text.contains("\n\n")) continue;
    CHECK(tests::written_and_read({block}) == tests::comparable({block}));
  }
}

TEST_CASE("formulas keep their source", "[exporter_markdown]") {
  struct Formula {
    const char* text;
    std::vector<const char*> formulas;
    const char* markdown;
  };
  const Formula rows[] = {
      {"값 d_k는", {"d_k"}, "값 $d_k$는"},
      {"\\pi^*와 \\theta^*", {"\\pi^*", "\\theta^*"}, "$`\\pi^*`$와 $`\\theta^*`$"},
      {"x2", {"x"}, "$`x`$2"},
      {"xy", {"x", "y"}, "$`x`$$y$"},
      {"a\\\\b 뒤", {"a\\\\b"}, "$a\\\\b$ 뒤"},
      {"a $ b 뒤", {"a $ b"}, "$`a $ b`$ 뒤"},
      {"x + {{y}} 뒤", {"x + {{y}}"}, "$x + {{y}}$ 뒤"},
  };
  for (const Formula& row : rows) {
    std::vector<Mark> marks;
    for (const char* tex : row.formulas) marks.push_back(mark_of(row.text, MarkType::math, tex));
    const Block block = paragraph(row.text, marks);
    CHECK(tests::body_of({block}) == std::string(row.markdown) + "\n");
    CHECK(tests::written_and_read({block}) == tests::comparable({block}));
  }
}

TEST_CASE("a name in brackets follows its term and keeps emphasis closable",
          "[exporter_markdown]") {
  struct Glossed {
    std::vector<Mark> marks;
    const char* markdown;
  };
  const std::string text = "우리는 주의를 쓴다.";
  const Glossed rows[] = {
      {{}, "우리는 주의(attention)를 쓴다.\n"},
      {{mark_of(text, MarkType::strong, "주의")}, "우리는 **주의**(attention)를 쓴다.\n"},
      {{mark_of(text, MarkType::strong, "우리는 주의를")}, "**우리는 주의(attention)를** 쓴다.\n"},
      {{mark_of(text, MarkType::link, "주의", "u"), mark_of(text, MarkType::strong, "주의")},
       "우리는 [**주의**(attention)](u)를 쓴다.\n"},
      {{mark_of(text, MarkType::strong, "우리는"), mark_of(text, MarkType::strong, "주의")},
       "**우리는** **주의**(attention)를 쓴다.\n"},
  };
  for (const Glossed& row : rows) {
    model::Edition edition = tests::edition_of(tests::review_of({paragraph(text, row.marks)}));
    tests::gloss(edition, text, "주의", "attention");
    CHECK(tests::without_front_matter(tests::day_markdown(edition)) == row.markdown);
  }
}

TEST_CASE("an ambiguous term gets one name, a term in code none within the code",
          "[exporter_markdown]") {
  const std::string text = "정규화를 쓴다.";
  model::Edition edition = tests::edition_of(tests::review_of({paragraph(text)}));
  tests::gloss(edition, text, "정규화", "normalization");
  tests::gloss(edition, text, "정규화", "regularization");
  CHECK(tests::without_front_matter(tests::day_markdown(edition)) ==
        "정규화(normalization)를 쓴다.\n");
  model::Edition coded = tests::edition_of(
      tests::review_of({paragraph(text, {mark_of(text, MarkType::code, "정규화")})}));
  tests::gloss(coded, text, "정규화", "a|b]");
  CHECK(tests::without_front_matter(tests::day_markdown(coded)) == "`정규화`(a\\|b])를 쓴다.\n");
}

TEST_CASE("white space at the ends of a mark goes outside", "[exporter_markdown]") {
  CHECK(tests::body_of({paragraph("가 나 다", {{MarkType::strong, 3, 8, {}}})}) ==
        "가 **나** 다\n");
  CHECK(tests::body_of({paragraph("가\n나", {{MarkType::strong, 0, 4, {}}})}) == "**가**  \n나\n");
  CHECK(tests::body_of({paragraph("가 나", {{MarkType::strong, 3, 4, {}}})}) == "가 나\n");
}

TEST_CASE("marks of damaged input do no harm", "[exporter_markdown]") {
  // crossing, empty, beyond the text, unsafe, link in link
  CHECK(tests::body_of({paragraph("abcd", {{MarkType::strong, 0, 3, {}},
                                           {MarkType::emphasis, 2, 9, {}}})}) == "**ab*c***d\n");
  CHECK(tests::body_of({paragraph("ab", {{MarkType::strong, 1, 1, {}}})}) == "ab\n");
  CHECK(tests::body_of({paragraph("ab", {{MarkType::link, 0, 2, "javascript:x"}})}) == "ab\n");
  CHECK(tests::body_of({paragraph(
            "abc", {{MarkType::link, 0, 3, "u"}, {MarkType::link, 1, 2, "v"}})}) == "[abc](u)\n");
  CHECK(tests::body_of({paragraph("[1]", {{MarkType::footnote, 0, 3, "#fn-none"}})}) == "\\[1]\n");
}

TEST_CASE("plain text stands in one line", "[exporter_markdown]") {
  using namespace galpi::exporters::markdown;
  CHECK(write_plain("1. 개요", InlinePlace::heading) == "1. 개요");
  CHECK(write_plain("##", InlinePlace::heading) == "\\##");
  CHECK(write_plain("C# #", InlinePlace::heading) == "C# \\#");
  CHECK(write_plain("가\n나 {#id}", InlinePlace::heading) == "가 나 \\{#id}");
  CHECK(write_plain("a|b", InlinePlace::cell) == "a\\|b");
  CHECK(write_plain("- a", InlinePlace::paragraph) == "\\- a");
}
