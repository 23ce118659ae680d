#include "math/plain_formula.hpp"

#include <string>
#include <string_view>

#include "support/catch.hpp"

using galpi::exporters::math::is_plain_formula;

TEST_CASE("formulas pass", "[math]") {
  for (const std::string_view tex :
       {"", "x", R"(\frac{a}{b})", R"(\theta \leq \mathrm{Var}(q\cdot k))", R"(a \% b \$ \{ \})",
        R"(\begin{cases} 1 \\[2pt] 0 \end{cases})", R"(\left[ x \right])", "x^{2^y}", "x_1\ny_2",
        R"(\operatorname{softmax}\!\left(\frac{QK^{\top}}{\sqrt{d_k}}\right)V)",
        R"(\text{if } x \not= y, \sum\limits_i \mathscr{L}_i)", R"(a \mod{n})",
        R"(\begin{align*} a &= b \\ &= c \end{align*})"}) {
    CAPTURE(tex);
    CHECK(is_plain_formula(tex));
  }
}

TEST_CASE("TeX that does more than set a formula does not", "[math]") {
  for (const std::string_view tex : {R"(\input{/etc/passwd})",
                                     R"(\include{x})",
                                     R"(\immediate\write18{ls})",
                                     R"(\write18{ls})",
                                     R"(\openin5=x)",
                                     R"(\read5 to\x)",
                                     R"(\def\x{\x}\x)",
                                     R"(\let\a\b)",
                                     R"(\newcommand{\x}{y})",
                                     R"(\csname input\endcsname x)",
                                     R"(\directlua{os.exit()})",
                                     R"(\catcode`\@=11)",
                                     R"(\begin{document})",
                                     R"(\end{document})",
                                     R"(\end{align})",
                                     R"(\begin{align} x)",
                                     R"(x \) y)",
                                     R"(x \] y)",
                                     "x $ y",
                                     "x % y",
                                     "x^^5cinput",
                                     "{x",
                                     "x}",
                                     "x\n\ny",
                                     "\\",
                                     R"(\usepackage{x})",
                                     R"(\pdfximage{x})",
                                     R"(\expandafter\x)",
                                     R"(\deffoo \inputs)",
                                     R"(\alph)",
                                     R"(\text{\input{x}})",
                                     R"(\'e)",
                                     R"(\begin x)",
                                     R"(\begin{align)",
                                     R"(\begin{tikzpicture}\end{tikzpicture})",
                                     R"(\begin{verbatim})"}) {
    CAPTURE(tex);
    CHECK_FALSE(is_plain_formula(tex));
  }
}

TEST_CASE("a formula nested deeper than people read does not pass", "[math]") {
  CHECK(is_plain_formula(std::string(40, '{') + std::string(40, '}')));
  CHECK_FALSE(is_plain_formula(std::string(41, '{') + std::string(41, '}')));
}
