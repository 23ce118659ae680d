#include <string>

#include "galpi/markup/escape.hpp"
#include "support/catch.hpp"

using namespace galpi::markup;

TEST_CASE("nothing in LaTeX text is a command", "[markup]") {
  struct Row {
    const char* text;
    const char* escaped;
  };
  for (const Row& row : {
           Row{"", ""},
           Row{"주의(attention)를", "주의(attention)를"},
           Row{"\\input{x}", "\\textbackslash{}input\\{x\\}"},
           Row{"100% & $5 #1 a_b", "100\\% \\& \\$5 \\#1 a\\_b"},
           Row{"x^2 ~ y", "x\\textasciicircum{}2 \\textasciitilde{} y"},
           Row{"\"it's\" -- `so`", "\"it's\" -- `so`"},
           Row{"λ→零", "\\galpichar{λ}\\galpichar{→}\\galpichar{零}"},
           Row{"ㄱ", "\\galpichar{ㄱ}"},
           Row{"a\tb\nc\u00A0d\u3000e", "a b c d e"},
           Row{"a\u200B\u202Eb\uFEFFc\u00ADd\uFE0F", "abcd"},
           Row{"a\x01\x7F\u0085"
               "b",
               "a b"},
       }) {
    INFO(row.text);
    CHECK(escape(row.text, Context::latex_text) == row.escaped);
  }
}

TEST_CASE("bookmarks get the characters themselves", "[markup]") {
  CHECK(escape("λ 50%", Context::latex_string) == "λ 50\\%");
}

TEST_CASE("an address for LaTeX holds nothing that TeX reads as its own", "[markup]") {
  CHECK(escape("https://e.org/a%20b?c=d&e#f", Context::latex_url) ==
        "https://e.org/a\\%20b?c=d\\&e\\#f");
  CHECK(escape("https://e.org/{a}\\~^_$", Context::latex_url) ==
        "https://e.org/\\%7Ba\\%7D\\%5C\\%7E\\%5E\\%5F\\%24");
}
