#include "galpi/app/formulas.hpp"

#include "sample_days.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::app;

namespace {

/// A pandoc that answers what the test says and remembers what it was asked.
class FakePandoc final : public host::ProcessRunner {
 public:
  explicit FakePandoc(Result<host::ProcessResult> answer) : answer_(std::move(answer)) {}
  Result<host::ProcessResult> run(const host::ProcessRequest& request) override {
    ++runs;
    input = request.input;
    return answer_;
  }

  int runs = 0;
  std::string input;

 private:
  Result<host::ProcessResult> answer_;
};

/// A day whose only block is `text` with a formula over all of it.
model::BilingualDigest day_with_formula(const std::string& tex) {
  model::Paper with_formula = paper("1706.03762", "A", tex);
  model::Block& block = with_formula.sections[0].blocks[0];
  block.marks.push_back({model::MarkType::math, 0, static_cast<std::uint32_t>(tex.size()), {}});
  return day({2026, 10, 5}, {with_formula});
}

}  // namespace

TEST_CASE("without formulas no program is run", "[app]") {
  FakePandoc pandoc(host::ProcessResult{});
  DiagnosticList diagnostics;
  CHECK(
      convert_formulas({day({2026, 10, 5}, {paper("1", "A", "글")})}, pandoc, diagnostics).empty());
  CHECK(pandoc.runs == 0);
}

TEST_CASE("formulas reach pandoc as data, whatever is in them", "[app]") {
  FakePandoc pandoc(host::ProcessResult{0, "<p><math><mi>x</mi></math></p>", {}});
  DiagnosticList diagnostics;
  const auto converted =
      convert_formulas({day_with_formula("\\text{\"}] \\\\ \n x")}, pandoc, diagnostics);
  CHECK(pandoc.input == "[Para [Math InlineMath \"\\\\text{\\\"}] \\\\\\\\ \\n x\"]]\n");
  CHECK(converted.at("i:\\text{\"}] \\\\ \n x") == "<math><mi>x</mi></math>");
}

TEST_CASE("each formula is converted once", "[app]") {
  FakePandoc pandoc(host::ProcessResult{0, "<p><math><mi>x</mi></math></p>", {}});
  DiagnosticList diagnostics;
  convert_formulas({day_with_formula("x"), day_with_formula("x")}, pandoc, diagnostics);
  CHECK(pandoc.input == "[Para [Math InlineMath \"x\"]]\n");
}

TEST_CASE("a formula pandoc cannot convert is reported with its place and left out", "[app]") {
  FakePandoc pandoc(host::ProcessResult{0, "<p><span class=\"math\">x</span></p>", {}});
  DiagnosticList diagnostics;
  CHECK(convert_formulas({day_with_formula("\\oops")}, pandoc, diagnostics).empty());
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == DiagnosticCode::math_unsupported);
  CHECK(diagnostics.items()[0].span.file == "blog/_posts/2026-10-05-day.md");
}

TEST_CASE("without pandoc, or when it fails, one note says so for all formulas", "[app]") {
  for (const Result<host::ProcessResult>& answer :
       {Result<host::ProcessResult>(fail(ErrorCode::external_failed, "pandoc is not installed")),
        Result<host::ProcessResult>(host::ProcessResult{97, {}, "boom"}),
        Result<host::ProcessResult>(host::ProcessResult{137, {}, {}})}) {
    FakePandoc pandoc(answer);
    DiagnosticList diagnostics;
    CHECK(convert_formulas({day_with_formula("x"), day_with_formula("y")}, pandoc, diagnostics)
              .empty());
    CHECK(diagnostics.items().size() == 1);
  }
}
