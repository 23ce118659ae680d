#include "field_text.hpp"

#include "support/blocks.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters::anki;

namespace {

struct Row {
  const char* text;
  const char* html;
};

model::Block marked(std::string text, model::MarkType type, std::uint32_t start,
                    std::uint32_t end) {
  model::Block block;
  block.text = std::move(text);
  block.marks.push_back({type, start, end, {}});
  return block;
}

text::ByteRange whole(const model::Block& block) {
  return {0, static_cast<std::uint32_t>(block.text.size())};
}

}  // namespace

TEST_CASE("nothing in a field means anything to Anki or to a browser", "[exporters]") {
  const Row row =
      GENERATE(Row{"<think> & <b>", "&lt;think&gt; &amp; &lt;b&gt;"},
               Row{"{{Front}}", "&#123;&#123;Front&#125;&#125;"},
               Row{"{{c1::a::b}}", "&#123;&#123;c1:&#58;a:&#58;b&#125;&#125;"},
               Row{"a:::b", "a:&#58;:b"}, Row{"[latex]x[/latex]", "&#91;latex]x&#91;/latex]"},
               Row{"[$]x[/$]", "&#91;$]x&#91;/$]"}, Row{"[sound:a.mp3]", "&#91;sound:a.mp3]"},
               Row{"\\(x\\)", "&#92;<span>(</span>x&#92;<span>)</span>"},
               Row{"\\\x01[a\\ ]", "&#92;<span>&#91;</span>a&#92; ]"}, Row{"a\\b", "a&#92;b"},
               Row{"a\x1f\x07z", "az"}, Row{" a \n\t b ", "a b"}, Row{"어텐션을", "어텐션을"});
  CHECK(escape_field(row.text) == row.html);
}

TEST_CASE("what Anki sorts by is the text that was escaped", "[exporters]") {
  const std::string text =
      GENERATE("<think> & {{c1::x}} [latex] a::b \\(y\\) \\z", "plain", "a &amp; b", "& <");
  CHECK(plain_field(escape_field(text)) == text);
}

TEST_CASE("formulas stand in MathJax's brackets, and what is more than a formula is code",
          "[exporters]") {
  const Row row = GENERATE(
      Row{"a<b", "\\(a&lt;b\\)"}, Row{"\\frac{a}{b}", "\\(\\frac{a}{b}\\)"},
      Row{"x^{{2}}", "\\(x^{ {2} }\\)"}, Row{"a::b", "\\(a&#58;&#58;b\\)"},
      Row{"\\href{javascript:x}{y}", "<code>&#92;href&#123;javascript:x&#125;&#123;y&#125;</code>"},
      Row{"x\\)<script>", "<code>x&#92;<span>)</span>&lt;script&gt;</code>"},
      Row{"a \\\\(b) \\\\[1em] c", "\\(a \\\\ (b) \\\\ &#91;1em] c\\)"},
      Row{"{a", "<code>&#123;a</code>"}, Row{"", "<code></code>"},
      Row{"\\begin{cases} a & b \\\\ c \\end{cases}",
          "\\(\\begin{cases} a &amp; b \\\\ c \\end{cases}\\)"},
      Row{"\\require{html}", "<code>&#92;require&#123;html&#125;</code>"});
  CHECK(formula_field(row.text) == row.html);
}

TEST_CASE("a stretch keeps code, formulas and superscripts and loses the rest", "[exporters]") {
  CHECK(render_stretch(marked("a <b> c", model::MarkType::code, 2, 5), {0, 7}) ==
        "a <code>&lt;b&gt;</code> c");
  CHECK(render_stretch(marked("10th", model::MarkType::superscript, 2, 4), {0, 4}) ==
        "10<sup>th</sup>");
  CHECK(render_stretch(marked("ab cd", model::MarkType::strong, 0, 2), {0, 5}) == "ab cd");
  CHECK(render_stretch(marked("x=1", model::MarkType::math, 0, 3), {0, 3}) == "\\(x=1\\)");
  CHECK(render_stretch(marked("end[1].", model::MarkType::footnote, 3, 6), {0, 7}) == "end.");
}

TEST_CASE("replacements take the place of their stretch, within marks as well", "[exporters]") {
  const model::Block block = marked("ab cd ef", model::MarkType::code, 3, 8);
  const Replacement blank = {{3, 5}, "_"};
  CHECK(render_stretch(block, whole(block), {&blank, 1}) == "ab <code>_ ef</code>");
  const Replacement crossing = {{0, 4}, "_"};
  CHECK(render_stretch(block, {0, 2}, {&crossing, 1}) == "_");
}
