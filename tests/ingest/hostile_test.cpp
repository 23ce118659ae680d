// Input made to hurt: parsing must end, keep the text and hold every promise of the model. Times
// are measured by the benchmarks, not asserted here.
#include "galpi/ingest/parse_post.hpp"
#include "ingest/parsed.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

constexpr std::size_t size = 200'000;

}  // namespace

TEST_CASE("repeated markup ends and keeps the word behind it", "[ingest]") {
  const std::string pieces[] = {"- ",
                                "> ",
                                "* ",
                                "1. ",
                                "[",
                                "]",
                                "![[]()",
                                "[a](b \"",
                                "[a](<b",
                                "*a _b ",
                                "**a",
                                "`",
                                "``a` ",
                                "<a b='",
                                "<!--",
                                "<b>",
                                "<x y=\"z ",
                                "&amp;",
                                "&CounterClockwiseContourIntegral;",
                                "$",
                                "$$",
                                "$a ",
                                "$a$$",
                                "**$$a$$ b** ",
                                "\\(",
                                "\\[",
                                "\\begin{align}",
                                "\\begin{align}\n",
                                "\\begin{align} a \\end{gather} ",
                                "{% ",
                                "{% raw %}",
                                "{% raw %}{% endraw %}\n",
                                "{% raw {% endraw ",
                                "{% highlight a %}",
                                "{% highlight a %}\n- {% endhighlight %}\n",
                                "> {% highlight a %}\nb{% endhighlight %}",
                                "- {% raw %}{% highlight a %}\n{% endhighlight %}",
                                "{% comment %}{% endcomment %}",
                                "{{ ",
                                "{: ",
                                "~~",
                                "~~a",
                                "[^1]: a\n",
                                "[^a]: ",
                                "[a]: b\n",
                                "[a]: b\n\n",
                                "|",
                                "|-",
                                "|a\n|-\n",
                                "|a\n|-\n|b|c\n",
                                "|`|`|a\n|-|-|-\n|`b|c`|d|e",
                                "|-|\n|-|-|\n",
                                "# [a\n",
                                "#",
                                "```a\n\n## b\n",
                                "> ```a\n>\n> ## b\n",
                                "\\",
                                "https://a.b/",
                                "a@b.c@",
                                "www.a.b ",
                                "  \n",
                                "\n\n",
                                "\t",
                                "<div>\n",
                                "<script>",
                                "<pre>\n",
                                "**가(나)**다 ",
                                "-\n",
                                "a\n===\n",
                                "\r",
                                "- a\n  > b\n",
                                "((((",
                                "[a](((((",
                                "<http://a",
                                "*a**b***c"};
  for (const std::string& piece : pieces) {
    INFO(piece);
    const auto parsed = tests::parse_body(repeat(piece, size) + "\n\n끝말 하나\n");
    const std::string text = tests::text_of(parsed.post);
    CHECK(text.find("끝말 하나") != std::string::npos);
    CHECK(text.size() < 10 * size + 1'000'000);
    CHECK(tests::faults_of(parsed.post).substr(0, 200) == "");
  }
}

TEST_CASE("control characters and encodings in bulk are repaired", "[ingest]") {
  for (const std::string& piece :
       {std::string("\x01"), std::string("\x01\n"), std::string("\xE2\x80\x8B가"),
        std::string("\xE1\x84\x80\xE1\x85\xA1"), std::string("가\xCC\x81")}) {
    const auto parsed = tests::parse_body(repeat(piece, size) + "\n\n끝말 하나\n");
    CHECK(tests::text_of(parsed.post).find("끝말 하나") != std::string::npos);
    CHECK(parsed.diagnostics.size() <= 110'000);
  }
}

TEST_CASE("nesting deeper than the limit is flattened and keeps its text", "[ingest]") {
  std::string deep;
  for (int i = 0; i < 300; ++i)
    deep += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- 층" + std::to_string(i) + "\n";
  const auto parsed = tests::parse_body(deep);
  CHECK(tests::faults_of(parsed.post) == "");
  const std::string text = tests::text_of(parsed.post);
  for (int i = 0; i < 300; ++i)
    CHECK(text.find("층" + std::to_string(i) + "\n") != std::string::npos);
  CHECK(parsed.codes() == "depth-limit");
  const auto quotes = tests::parse_body(repeat("> ", 400) + "안\n");
  CHECK(quotes.codes().find("marker-limit") != std::string::npos);
  CHECK(tests::text_of(quotes.post).find("안") != std::string::npos);
}

TEST_CASE("tables over the limits are text", "[ingest]") {
  ingest::Limits limits;
  limits.table_cells = 100;
  limits.table_columns = 8;
  const std::string wide = "|" + repeat("a|", 20) + "\n|" + repeat("-|", 20) + "\n";
  CHECK(tests::parse_body(wide, limits).codes() == "table-limit");
  const std::string tall = "|a|b|\n|-|-|\n" + repeat("|c|\n", 400);
  const auto parsed = tests::parse_body(tall, limits);
  CHECK(parsed.codes() == "table-limit");
  CHECK(tests::text_of(parsed.post).find("|c| |c|") != std::string::npos);
  CHECK(tests::parse_body("|a|b|\n|-|-|\n|c|d|\n", limits).codes() == "");
}

TEST_CASE("one definition cannot fill the memory", "[ingest]") {
  const std::string body =
      repeat("[a] ", 100'000) + "\n\n[a]: https://a.example/" + repeat("x", 5000) + "\n";
  const auto parsed = tests::parse_body(body);
  std::size_t urls = 0;
  for (const auto& mark : parsed.post.blocks.at(0).block.marks) urls += mark.url.size();
  CHECK(urls <= body.size() + 100'000);
}

TEST_CASE("a post over the size limit is refused", "[ingest]") {
  ingest::Limits limits;
  limits.post_bytes = 100;
  DiagnosticList list;
  const auto post =
      ingest::parse_post(repeat("글 ", 200), "x.md", "_posts/2024-01-02-x.md", list, limits);
  REQUIRE_FALSE(post);
  CHECK(post.error().code == ErrorCode::limit_exceeded);
  REQUIRE(list.items().size() == 1);
  CHECK(list.items()[0].code == DiagnosticCode::post_too_large);
}

TEST_CASE("every prefix of a post with everything in it can be read", "[ingest]") {
  const std::string body =
      "# 1. [제\n목](https://a.example)\n> $$\n> x\n> $$\n- `a` **b(c)**d\n| a |\n|---|\n| $|x|$ "
      "|\n<b>e</b> &amp; [^1]\n"
      "```\nf\n```\n<!-- g -->\n{: .h}\n[^1]: i\n[j]: k \"l\"\n";
  for (std::size_t end = 0; end <= body.size(); ++end) {
    const auto parsed = tests::parse_body(std::string_view(body).substr(0, end));
    INFO(body.substr(0, end));
    CHECK(tests::faults_of(parsed.post) == "");
  }
}
