#include <algorithm>

#include "galpi/app/assemble.hpp"
#include "galpi/app/latex_output.hpp"
#include "sample_days.hpp"
#include "support/catch.hpp"
#include "support/memory_files.hpp"

using namespace galpi;
using namespace galpi::app;

namespace {

/// A TeX that writes the log and the PDF the test says, and remembers how it was called.
class FakeTex final : public host::ProcessRunner {
 public:
  FakeTex(tests::MemoryFiles& files, std::string log) : files_(files), log_(std::move(log)) {}

  Result<host::ProcessResult> run(const host::ProcessRequest& request) override {
    requests.push_back(request);
    files_.files[request.folder + "/book.log"] = log_;
    files_.files[request.folder + "/book.aux"] =
        requests.size() < runs_until_still ? std::to_string(requests.size()) : "still";
    if (status == 0) files_.files[request.folder + "/book.pdf"] = "%PDF-1.5 of the book";
    return host::ProcessResult{status, {}, {}};
  }

  std::vector<host::ProcessRequest> requests;
  std::size_t runs_until_still = 2;
  int status = 0;

 private:
  tests::MemoryFiles& files_;
  std::string log_;
};

model::Edition small_edition() {
  model::BilingualDigest one = day({2026, 10, 5}, {paper("2510.00001", "A", "글이다.")});
  one.annotated.digest.lines = {"첫째 줄", "둘째 줄"};
  DiagnosticList diagnostics;
  return index_edition({std::move(one)}, {}, {"책", "", ""}, {}, std::nullopt, diagnostics);
}

struct Outcome {
  Result<void> written;
  std::vector<Diagnostic> diagnostics;
};

Outcome typeset(tests::MemoryFiles& files, FakeTex& tex) {
  DiagnosticList diagnostics;
  PdfOptions pdf;
  pdf.epoch = 1'700'000'000;
  pdf.home = "/home/reader";
  Outcome outcome{write_pdf(files, tex, "book.pdf", small_edition(), {}, pdf, diagnostics), {}};
  outcome.diagnostics = diagnostics.take();
  return outcome;
}

bool is_clean(const tests::MemoryFiles& files) {
  return std::ranges::all_of(files.files,
                             [](const auto& file) { return file.first == "book.pdf"; });
}

}  // namespace

TEST_CASE("TeX runs until references stand still, without a shell and within its folder", "[app]") {
  tests::MemoryFiles files;
  FakeTex tex(files, "all is well\n");
  tex.runs_until_still = 3;
  const Outcome outcome = typeset(files, tex);
  REQUIRE(outcome.written.has_value());
  CHECK(files.files.at("book.pdf") == "%PDF-1.5 of the book");
  CHECK(is_clean(files));
  CHECK(tex.requests.size() == 4);
  const host::ProcessRequest& request = tex.requests.front();
  CHECK(request.arguments == std::vector<std::string>{"lualatex", "-no-shell-escape",
                                                      "-interaction=nonstopmode", "-halt-on-error",
                                                      "book.tex"});
  for (const char* setting :
       {"openin_any=p", "openout_any=p", "SOURCE_DATE_EPOCH=1700000000", "HOME=/home/reader"}) {
    INFO(setting);
    CHECK(std::ranges::count(request.environment, setting) == 1);
  }
}

TEST_CASE("TeX that never comes to rest is stopped, and the book is written", "[app]") {
  tests::MemoryFiles files;
  FakeTex tex(files, "LaTeX Warning: Label(s) may have changed. Rerun to get it right.\n");
  tex.runs_until_still = 100;
  CHECK(typeset(files, tex).written.has_value());
  CHECK(tex.requests.size() == 5);
}

TEST_CASE("a missing character is an error at its place in the post, and no PDF", "[app]") {
  tests::MemoryFiles files;
  files.files["book.pdf"] = "the book of last month";
  FakeTex tex(files,
              "Package galpi Warning: No font has U+1F52C (post 1, line 2) on input line 8.\n");
  const Outcome outcome = typeset(files, tex);
  REQUIRE_FALSE(outcome.written.has_value());
  CHECK(outcome.written.error().code == ErrorCode::invalid_input);
  REQUIRE(outcome.diagnostics.size() == 1);
  const Diagnostic& found = outcome.diagnostics[0];
  CHECK(found.code == DiagnosticCode::tex_fault);
  CHECK(found.span.file == "blog/_posts/2026-10-05-day.md");
  CHECK(found.span.at == At{2, 1});
  CHECK(found.excerpt == "둘째 줄");
  CHECK(files.files.at("book.pdf") == "the book of last month");
  CHECK(is_clean(files));
}

TEST_CASE("when TeX fails, its own words say why and nothing is left behind", "[app]") {
  tests::MemoryFiles files;
  FakeTex tex(files, "! Undefined control sequence.\nl.12 \\x\n");
  tex.status = 1;
  const Outcome outcome = typeset(files, tex);
  REQUIRE_FALSE(outcome.written.has_value());
  CHECK(outcome.written.error().code == ErrorCode::external_failed);
  CHECK(outcome.written.error().message == "lualatex failed: Undefined control sequence.");
  CHECK(files.files.empty());
}

TEST_CASE("images that TeX cannot show are shown as their text, and said where they are", "[app]") {
  tests::MemoryFiles files;
  FakeTex program(files, "");
  program.status = 1;
  model::Edition edition = small_edition();
  model::Block& block = edition.days[0].annotated.digest.post.papers[0].sections[0].blocks.front();
  block.at = {2, 1};
  block.marks = {{model::MarkType::image, 0, 3, "a.png"},
                 {model::MarkType::image, 3, 6, "b.gif"},
                 {model::MarkType::image, 6, 9, "b.gif"}};
  edition.images = {{"a.png", "image/png", "image-001.png", "…"},
                    {"b.gif", "image/gif", "image-002.gif", "…"},
                    {"c.svg", "image/svg+xml", "image-003.svg", "<svg/>"}};
  DiagnosticList diagnostics;
  convert_images_for_tex(edition, program, diagnostics);
  REQUIRE(edition.images.size() == 1);
  CHECK(edition.images[0].url == "a.png");
  REQUIRE(diagnostics.items().size() == 2);
  const Diagnostic& shown = diagnostics.items()[0];
  CHECK(shown.message == "the image b.gif cannot be shown by TeX; shown as its text");
  CHECK(shown.span.file == "blog/_posts/2026-10-05-day.md");
  CHECK(shown.span.at == model::position_in_source(block, 3));
  CHECK(shown.span.at.line == 2);
  CHECK(shown.excerpt == "둘째 줄");
  CHECK(diagnostics.items()[1].span.file.empty());
  REQUIRE(program.requests.size() == 1);
  CHECK(program.requests[0].arguments[0] == "rsvg-convert");
}
