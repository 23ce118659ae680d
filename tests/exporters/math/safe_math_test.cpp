#include "math/safe_math.hpp"

#include <string>

#include "support/catch.hpp"

using galpi::exporters::math::safe_math;

TEST_CASE("formulas are written anew from what was understood", "[math]") {
  struct Row {
    const char* tex;
    const char* written;
  };
  for (const Row& row : {
           Row{"x", "x "},
           Row{"x^2", "x^{2} "},
           Row{"x_i^{n+1}", "x_{i}^{n + 1 } "},
           Row{"\\frac12", "\\frac{1}{2} "},
           Row{"\\sqrt[3]{x}", "\\sqrt[{3 }]{x } "},
           Row{"f'(x)", "f^{\\prime } ( x ) "},
           Row{"\\alpha \\leq \\beta", "\\alpha \\leq \\beta "},
           Row{"\\text{어텐션 100%}", "\\text{어텐션 100\\%} "},
           Row{"\\left( a \\right.", "\\left(a \\right. "},
           Row{"\\sum\\limits_{i=1}^n", "\\sum \\limits _{i = 1 }^{n} "},
           Row{"\\operatorname*{argmax}_x", "\\operatorname*{a r g m a x }_{x} "},
           Row{"λ ∝ √d", "\\lambda \\propto \\surd d "},
           Row{"정확도 + 1", "\\text{정확도} + 1 "},
           Row{"\\mathbb{R}", "\\mathbb{R} "},
           Row{"\\mathbb{1}", "\\mathbf{1} "},
           Row{"50%", "5 0 \\% "},
           Row{"", ""},
       }) {
    INFO(row.tex);
    CHECK(safe_math(row.tex).value_or("(refused)") == row.written);
  }
}

TEST_CASE("rows outside any environment are aligned", "[math]") {
  CHECK(safe_math("a &= b \\\\ c &= d").value_or("-") ==
        "\\begin{aligned}{}a  & = b  \\\\{} c  & = d \\end{aligned}");
  CHECK(safe_math("\\begin{align*} a \\\\ b \\end{align*}").value_or("-") ==
        "\\begin{aligned}{}a  \\\\{} b \\end{aligned} ");
}

TEST_CASE("an array has as many columns as its rows need", "[math]") {
  CHECK(safe_math("\\begin{array}{c|c} a & b & c \\end{array}").value_or("-") ==
        "\\begin{array}{ccl}a  & b  & c \\end{array} ");
}

TEST_CASE("what could stop TeX or lead it elsewhere is refused", "[math]") {
  for (const char* bad : {"\\input{/etc/passwd}",
                          "\\write18{ls}",
                          "\\def\\x{}",
                          "\\catcode`\\%=0",
                          "\\csname x",
                          "x^2^3",
                          "x_1_2",
                          "x''^2'",
                          "{x",
                          "x}",
                          "\\frac{1}",
                          "\\left( x",
                          "\\right)",
                          "a \\middle| b",
                          "\\left( a & b \\right)",
                          "\\begin{tikzpicture}\\end{tikzpicture}",
                          "\\begin{cases} a",
                          "\\begin{cases} a & b & c \\end{cases}",
                          "\\end{cases}",
                          "\\limits x",
                          "x\\limits_1",
                          "\\mathbb{가}",
                          "\\text{가",
                          "\\sqrt[3{x}",
                          "^",
                          "x^",
                          "\\not",
                          "\\not'_a'",
                          "\\sqrt[\\begin{matrix} a \\end{matrix}]{x}",
                          "\\unknown",
                          "\\",
                          "\\bigl x",
                          "\\left\\to x \\right)",
                          "\\substack{a & b}"}) {
    INFO(bad);
    CHECK_FALSE(safe_math(bad).has_value());
  }
}

TEST_CASE("formulas nested without end are refused, not followed", "[math]") {
  std::string deep;
  for (int i = 0; i < 2'000; ++i) deep += "\\hat";
  CHECK_FALSE(safe_math(deep + " x").has_value());
  CHECK_FALSE(safe_math(std::string(3'000, '{') + std::string(3'000, '}')).has_value());
  CHECK_FALSE(safe_math(std::string(9'000, 'x')).has_value());
}

TEST_CASE("a row wider than TeX can handle is refused; many rows are not", "[math]") {
  CHECK(safe_math(std::string(700, 'x')).has_value());
  CHECK_FALSE(safe_math(std::string(701, 'x')).has_value());
  std::string rows = "\\begin{aligned} ";
  for (int i = 0; i < 20; ++i) rows += std::string(100, 'x') + " \\\\ ";
  CHECK(safe_math(rows + "x \\end{aligned}").has_value());
}
