#include "ingest/math_scan.hpp"
#include "ingest/parsed.hpp"
#include "support/catch.hpp"

using namespace galpi;

TEST_CASE("formulas are told from money and escapes", "[ingest]") {
  struct Row {
    std::string text;
    std::string inner;  ///< of the formula at the first mark; empty: none
    bool displayed;
  };
  const Row rows[] = {
      {"$x$", "x", false},
      {"$x_1 * y$ z", "x_1 * y", false},
      {"$ x$", "", false},
      {"$x $", "", false},
      {"$5와 $10", "", false},
      {"$5짜리와 7$짜리", "", false},
      {"$5$", "5", false},
      {"$x$5", "", false},
      {"$a\\$b$", "a\\$b", false},
      {"$a `b$ c`", "", false},
      {"$a](b)$", "", false},
      {"$\\text{손실}$", "\\text{손실}", false},
      {"$`x`$", "x", false},
      {"$$x$$", "x", true},
      {"$$a\\\\b$$", "a\\\\b", true},
      {"$$$$", "", false},
      {"$$x", "", false},
      {"\\(x\\)", "x", false},
      {"\\(주\\)", "", false},
      {"\\[x^2\\]", "x^2", true},
      {"\\[1\\]", "", false},
      {"\\[a_1\\](b)", "", false},
      {"\\\\(x\\\\)", "x", false},
      {"\\\\[x\\\\]", "x", true},
      {"\\*", "", false},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto span = ingest::MathScanner(row.text).find(0);
    const std::string inner =
        span ? row.text.substr(span->inner_begin, span->inner_end - span->inner_begin) : "";
    CHECK(inner == row.inner);
    if (span) CHECK(span->displayed == row.displayed);
  }
}

TEST_CASE("formulas survive Markdown", "[ingest]") {
  struct Row {
    std::string body;
    std::string blocks;
    std::string codes;
  };
  const Row rows[] = {
      {"식 $a_1 * b_2 * c$ 끝\n", "식 a_1 * b_2 * c 끝 <math|a_1 * b_2 * c>\n", ""},
      {"$5와 $10, \\$3\n", "$5와 $10, $3\n", ""},
      {"앞 $$E = mc^2$$ 뒤\n", "앞\nmath: E = mc^2\n뒤\n", ""},
      {"$$\na \\\\\n- b\n+ c\n= d\n$$\n", "math: a \\\\\\n- b\\n+ c\\n= d\n", ""},
      {"$$\na\n\nb\n$$\n", "math: a\\nb\n", ""},
      {"> 앞\n> $$\n> x = y\n> - z\n> $$\n> 뒤\n", "quote:\n  앞\n  math: x = y\\n- z\n  뒤\n", ""},
      {"- 항목\n\n  $$\n  x\n  $$\n", "list:\n  item:\n    항목\n    math: x\n", ""},
      {"| 식 | 값 |\n|---|---|\n| $|x|$ | $$a|b$$ |\n",
       "table:\n  row:\n    cell: 식\n    cell: 값\n  row:\n    cell: |x| <math||x|>\n    cell: "
       "a|b <math|a|b>\n",
       ""},
      {"\\[\nx^2 \\\\\n- y\n\\]\n", "math: x^2 \\\\\\n- y\n", ""},
      {"앞\n\\begin{align}\na &= b * c * d \\\\\n- e_1 &= f_2\n\\end{align}\n뒤\n",
       "앞\nmath: \\begin{align}\\na &= b * c * d \\\\\\n- e_1 &= f_2\\n\\end{align}\n뒤\n", ""},
      {"식 \\begin{equation*}x_1 * y_1\\end{equation*} 끝\n",
       "식\nmath: \\begin{equation*}x_1 * y_1\\end{equation*}\n끝\n", ""},
      {"\\begin{align}\n열린 *식*\n\n글\n", "\\begin{align} 열린 식 <emphasis|식>\n글\n", ""},
      {"- 값 \\begin{cases} 1 & x \\\\ 0 & y \\end{cases} 끝\n",
       "list:\n  item:\n    값\n    math: \\begin{cases} 1 & x \\\\ 0 & y \\end{cases}\n    끝\n",
       ""},
      {"\\begin{document}\n*글*\n", "\\begin{document} 글 <emphasis|글>\n", ""},
      {"식 \\(a_1 * b_1\\) 끝\n", "식 a_1 * b_1 끝 <math|a_1 * b_1>\n", ""},
      {"## 제목 $$x$$ 뒤\n", "## 제목 x 뒤 <math|x>\n", ""},
      {"$$\n열린 식\n\n# 제목\n", "$$ 열린 식\n# 제목\n", "math-unclosed"},
      {"```math\nx^2\n```\n", "math: x^2\n", ""},
      {"`$x$` 는 코드\n", "$x$ 는 코드 <code|$x$>\n", ""},
      {"**$x$**의\n", "x의 <strong|x> <math|x>\n", "emphasis-repaired"},
      {"$x$와 $y\n= z$\n", "x와 y = z <math|x> <math|y = z>\n", ""},
  };
  for (const Row& row : rows) {
    INFO(row.body);
    const auto parsed = tests::parse_body(row.body);
    CHECK(tests::show(parsed.post) == row.blocks);
    CHECK(parsed.codes() == row.codes);
    CHECK(tests::faults_of(parsed.post) == "");
  }
}
