#include "atoms.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::markdown;

TEST_CASE("code spans have fences that their content does not", "[exporter_markdown]") {
  struct Row {
    const char* code;
    const char* markdown;
  };
  const Row rows[] = {
      {"x", "`x`"},     {"a`b", "``a`b``"}, {"a``b", "`a``b`"}, {"a`b``c", "```a`b``c```"},
      {"`", "`` ` ``"}, {"`a", "`` `a ``"}, {" a", "` a`"},     {" a ", "`  a  `"},
      {"  ", "`  `"},   {"a\nb", "`a b`"},  {"", ""},
  };
  for (const Row& row : rows) CHECK(code_span(row.code, false) == row.markdown);
  CHECK(code_span("a|b", true) == "`a\\|b`");
}

TEST_CASE("formulas are written with dollars wherever that reads back", "[exporter_markdown]") {
  const char* with_dollars[] = {"x", "d_k", "x\\$", "5 + x", "\\text{손실}", "a_{i}^{*}", "a < b"};
  for (const char* tex : with_dollars) {
    INFO(tex);
    CHECK(formula_style(tex, ' ') == FormulaStyle::dollars);
  }
  const char* with_backticks[] = {" x", "x ", "x\\", "a $ b", "f[x](y)", "a<b>c", "5짜리"};
  for (const char* tex : with_backticks) {
    INFO(tex);
    CHECK(formula_style(tex, ' ') == FormulaStyle::backtick);
  }
  CHECK(formula_style("x", '2') == FormulaStyle::backtick);
  CHECK(formula_style("x", '$') == FormulaStyle::backtick);
  CHECK(inline_formula("x", FormulaStyle::dollars, false) == "$x$");
  CHECK(inline_formula("x", FormulaStyle::backtick, false) == "$`x`$");
}

TEST_CASE("a formula in a table cell has no bars", "[exporter_markdown]") {
  CHECK(inline_formula("|x| + \\|y\\|", FormulaStyle::dollars, true) ==
        "$\\vert x\\vert  + \\Vert y\\Vert$");
  CHECK(inline_formula("\\\\|", FormulaStyle::dollars, true) == "$\\\\\\vert$");
}

TEST_CASE("a link that shows its address is written in angle brackets", "[exporter_markdown]") {
  CHECK(is_autolink("https://a.b/c?x=1&y=2", "https://a.b/c?x=1&y=2", false));
  CHECK(is_autolink("a.b@c.org", "mailto:a.b@c.org", false));
  CHECK_FALSE(is_autolink("https://a.b", "https://a.c", false));
  CHECK_FALSE(is_autolink("a/b", "a/b", false));
  CHECK_FALSE(is_autolink("https://a.b/ c", "https://a.b/ c", false));
  CHECK_FALSE(is_autolink("https://a.b/&amp;", "https://a.b/&amp;", false));
  CHECK_FALSE(is_autolink("https://a.b/{{x}}", "https://a.b/{{x}}", false));
  CHECK_FALSE(is_autolink("https://a.b/x|y", "https://a.b/x|y", true));
}

TEST_CASE("the longest run of a character is found", "[exporter_markdown]") {
  CHECK(longest_run("", '`') == 0);
  CHECK(longest_run("`a```b``", '`') == 3);
  CHECK(longest_run("ab```", '`') == 3);
}
