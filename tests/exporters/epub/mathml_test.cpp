#include "mathml.hpp"

#include <string>

#include "support/catch.hpp"

using namespace galpi;
using exporters::epub::write_mathml;

namespace {

constexpr const char* math_start =
    "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" alttext=\"T\">";

/// The formula as written, or "" when it was refused.
std::string written(std::string_view mathml, bool is_displayed = false) {
  std::string target;
  markup::XmlWriter xml(target);
  const bool accepted = write_mathml(xml, mathml, "T", is_displayed);
  CHECK(accepted == !target.empty());
  return target;
}

}  // namespace

TEST_CASE("presentation MathML is written anew with its source as alttext", "[epub]") {
  CHECK(written("<math><msup><mi>x</mi><mn>2</mn></msup></math>") ==
        std::string(math_start) + "<msup><mi>x</mi><mn>2</mn></msup></math>");
  CHECK(written("<m:math xmlns:m=\"u\"><m:mi mathvariant=\"bold\">x</m:mi></m:math>") ==
        std::string(math_start) + "<mi mathvariant=\"bold\">x</mi></math>");
  CHECK(written("<math><mi>x</mi></math>", true) ==
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\" alttext=\"T\">"
        "<mi>x</mi></math>");
}

TEST_CASE("annotations are left out and semantics unwrapped", "[epub]") {
  CHECK(written("<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x"
                "</annotation><annotation-xml><p>y</p></annotation-xml></semantics></math>") ==
        std::string(math_start) + "<mi>x</mi></math>");
}

TEST_CASE("attributes that are no layout are dropped", "[epub]") {
  CHECK(written("<math><mi onclick=\"x()\" href=\"javascript:x\" style=\"a\" id=\"b\">x</mi>"
                "</math>") == std::string(math_start) + "<mi>x</mi></math>");
}

TEST_CASE("a formula with anything else in it is refused whole", "[epub]") {
  for (const char* hostile :
       {"<math><script>x</script></math>", "<math><mtext><a href=\"x\">y</a></mtext></math>",
        "<math><maction><mi>x</mi></maction></math>", "<math><math><mi>x</mi></math></math>",
        "<svg><mi>x</mi></svg>", "<math><mi>x</math>", "", "x", "<math>",
        "<math><mglyph src=\"x\"/></math>"}) {
    INFO(hostile);
    CHECK(written(hostile).empty());
  }
  std::string deep = "<math>";
  for (int i = 0; i < 1000; ++i) deep += "<mrow>";
  deep += "<mi>x</mi>";
  for (int i = 0; i < 1000; ++i) deep += "</mrow>";
  CHECK(written(deep + "</math>").empty());
}
