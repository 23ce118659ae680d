#include "galpi/app/pandoc.hpp"

#include <deque>
#include <functional>

#include "sample_days.hpp"
#include "support/catch.hpp"
#include "support/memory_files.hpp"

using namespace galpi;
using namespace galpi::app;
using galpi::tests::MemoryFiles;

namespace {

/// Answers in order, and remembers what it was asked.
class FakeRunner final : public host::ProcessRunner {
 public:
  explicit FakeRunner(std::deque<Result<host::ProcessResult>> answers)
      : answers_(std::move(answers)) {}

  Result<host::ProcessResult> run(const host::ProcessRequest& request) override {
    requests.push_back(request);
    inputs.emplace_back(request.input);
    if (look) look();
    Result<host::ProcessResult> answer = std::move(answers_.at(0));
    answers_.pop_front();
    return answer;
  }

  std::vector<host::ProcessRequest> requests;
  std::vector<std::string> inputs;
  std::function<void()> look;

 private:
  std::deque<Result<host::ProcessResult>> answers_;
};

host::ProcessResult said(std::string output) { return {0, std::move(output), ""}; }

std::deque<Result<host::ProcessResult>> pandoc_of(const std::string& version,
                                                  const std::string& api) {
  return {said("pandoc " + version + "\nCopyright\n"),
          said("{\"pandoc-api-version\":[" + api + "],\"meta\":{},\"blocks\":[]}\n"),
          said("docx\ngfm\nhtml\nlatex\nodt\npdf\n")};
}

/// An archive without entries.
const std::string empty_archive = std::string("PK\x05\x06", 4) + std::string(18, '\0');

PandocProgram usual() {
  return {"2.17.1.1", exporters::PandocApi::v1_22, {"docx", "gfm", "html", "pdf"}};
}

struct Outcome {
  Result<void> result;
  std::string product;
  std::vector<Diagnostic> diagnostics;
};

Outcome run(FakeRunner& runner, const std::string& format, const model::Edition& edition = {},
            MemoryFiles* files = nullptr) {
  MemoryFiles none;
  const PandocProgram program = usual();
  Outcome outcome;
  StringSink sink(outcome.product);
  DiagnosticList diagnostics;
  outcome.result = run_pandoc({program, format, "{tree}", edition, "out/book"},
                              files == nullptr ? none : *files, runner, sink, diagnostics);
  outcome.diagnostics = diagnostics.take();
  return outcome;
}

}  // namespace

TEST_CASE("pandoc is asked for its version, its tree and its formats", "[app]") {
  FakeRunner runner(pandoc_of("2.17.1.1", "1,22,2,1"));
  const auto found = find_pandoc(runner);
  REQUIRE(found);
  CHECK(found->version == "2.17.1.1");
  CHECK(found->api == exporters::PandocApi::v1_22);
  CHECK(found->formats == std::vector<std::string>{"docx", "gfm", "html", "latex", "odt", "pdf"});
  FakeRunner newer(pandoc_of("3.9", "1,23,1,1"));
  CHECK(find_pandoc(newer)->api == exporters::PandocApi::v1_23);
}

TEST_CASE("a pandoc that galpi cannot work with is refused by name", "[app]") {
  struct Row {
    std::string version, api, message;
  };
  const Row rows[] = {
      {"1.19.2", "1,17", "pandoc 1.19.2 is too old; galpi runs 2.17 and newer"},
      {"2.9", "1,20", "pandoc 2.9 is too old; galpi runs 2.17 and newer"},
      {"4.0", "2,0", "pandoc 4.0 has a document tree that galpi does not know"},
      {"3.0", "1,222", "pandoc 3.0 has a document tree that galpi does not know"},
      {"", "1,22", "the pandoc in PATH does not say its version"},
      {"x.y", "1,22", "the pandoc in PATH does not say its version"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.version);
    FakeRunner runner(pandoc_of(row.version, row.api));
    const auto found = find_pandoc(runner);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::external_failed);
    CHECK(found.error().message == row.message);
  }
}

TEST_CASE("a pandoc that is missing or fails when asked is an external failure", "[app]") {
  FakeRunner missing({fail(ErrorCode::external_failed, "cannot run pandoc: not there")});
  CHECK(find_pandoc(missing).error().message == "cannot run pandoc: not there");
  FakeRunner failing({host::ProcessResult{127, "", "libgmp.so is not there\n"}});
  CHECK(find_pandoc(failing).error().message ==
        "pandoc ended with status 127: libgmp.so is not there");
}

TEST_CASE("formats are those that pandoc names, with its extensions", "[app]") {
  struct Row {
    std::string_view format, message;
  };
  const Row rows[] = {
      {"docx", ""},
      {"docx+native_numbering", ""},
      {"gfm-raw_html+smart", ""},
      {"dcox", "--to: pandoc 2.17.1.1 writes no `dcox`; did you mean `docx`?"},
      {"pdf", "--to: a PDF is made by `galpi export pdf`, not by pandoc"},
      {"docx --lua-filter=x",
       "--to: pandoc 2.17.1.1 writes no `docx --lua-filter=x`; did you mean `docx`?"},
      {"./x.lua",
       "--to: pandoc 2.17.1.1 writes no `./x.lua`; `pandoc --list-output-formats` says what it "
       "writes"},
      {"",
       "--to: pandoc 2.17.1.1 writes no ``; `pandoc --list-output-formats` says what it writes"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.format);
    const auto checked = check_pandoc_format(usual(), row.format);
    CHECK(checked.has_value() == row.message.empty());
    if (checked) continue;
    CHECK(checked.error().code == ErrorCode::usage);
    CHECK(checked.error().message == row.message);
  }
}

TEST_CASE("the tree goes in, the product comes out, and pandoc sits in its sandbox", "[app]") {
  FakeRunner runner({said("<p>글</p>\n")});
  model::Edition edition;
  edition.metadata.modified = "2026-10-31T00:00:00Z";
  const Outcome outcome = run(runner, "html", edition);
  REQUIRE(outcome.result);
  CHECK(outcome.product == "<p>글</p>\n");
  CHECK(outcome.diagnostics.empty());
  CHECK(runner.inputs.at(0) == "{tree}");
  CHECK(runner.requests[0].arguments ==
        std::vector<std::string>{"pandoc", "--from=json", "--to=html", "--standalone",
                                 "--wrap=none", "--mathml", "--output=-", "--sandbox"});
  CHECK(runner.requests[0].environment == std::vector<std::string>{"SOURCE_DATE_EPOCH=1793404800"});
}

TEST_CASE("a sandboxed pandoc that lacks its own files is let out", "[app]") {
  FakeRunner runner({host::ProcessResult{97, "", "Could not find data file\n"}, said("글")});
  const Outcome outcome = run(runner, "html");
  REQUIRE(outcome.result);
  CHECK(outcome.product == "글");
  CHECK(runner.requests[1].arguments.back() == "--output=-");
}

TEST_CASE("images lie beside the product while pandoc runs, and only then", "[app]") {
  MemoryFiles files;
  model::Edition edition;
  edition.images.push_back({"/a.png", "image/png", "img-1.png", "PNG"});
  FakeRunner runner({said(empty_archive)});
  std::string seen;
  runner.look = [&] { seen = files.files.at("out/book.built/img-1.png"); };
  const Outcome outcome = run(runner, "docx", edition, &files);
  REQUIRE(outcome.result);
  CHECK(seen == "PNG");
  CHECK(runner.requests[0].arguments.back() == "--resource-path=out/book.built");
  CHECK(files.files.empty());
}

TEST_CASE("a run that fails, or stops half way, leaves no product and no images", "[app]") {
  struct Row {
    Result<host::ProcessResult> answer;
    std::string message;
  };
  const Row rows[] = {
      {fail(ErrorCode::external_failed, "pandoc ran longer than 600000 ms and was ended"),
       "pandoc ran longer than 600000 ms and was ended"},
      {host::ProcessResult{64, "half", "JSON parse\x1B[31m error\n"},
       "pandoc ended with status 64: JSON parse\\u{1B}[31m error"},
      {host::ProcessResult{137, "", ""}, "pandoc ended with status 137"},
      {host::ProcessResult{0, "", ""}, "pandoc ended well but its product is not whole"},
      {host::ProcessResult{0, "PK\x03\x04 half", ""},
       "pandoc ended well but its product is not whole"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    MemoryFiles files;
    model::Edition edition;
    edition.images.push_back({"/a.png", "image/png", "img-1.png", "PNG"});
    FakeRunner runner({row.answer});
    const Outcome outcome = run(runner, "docx", edition, &files);
    REQUIRE_FALSE(outcome.result);
    CHECK(outcome.result.error().code == ErrorCode::external_failed);
    CHECK(outcome.result.error().message == row.message);
    CHECK(outcome.product.empty());
    CHECK(files.files.empty());
  }
}
