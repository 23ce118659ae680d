#include "galpi/app/configuration.hpp"

#include "support/catch.hpp"
#include "support/memory_files.hpp"

using namespace galpi;
using namespace galpi::app;

TEST_CASE("paths in galpi.yaml are relative to the file", "[app]") {
  DiagnosticList diagnostics;
  const auto read = parse_configuration(
      "galpi: 1\ninput: _posts\nglossaries: [g.yaml, /abs/h.yaml]\nmemory: m.tmx\n",
      "blog/galpi.yaml", diagnostics);
  REQUIRE(read);
  CHECK(read->input == "blog/_posts");
  CHECK(read->glossaries == std::vector<std::string>{"blog/g.yaml", "/abs/h.yaml"});
  CHECK(read->memories == std::vector<std::string>{"blog/m.tmx"});
  CHECK(diagnostics.items().empty());
}

TEST_CASE("an unknown key is a warning with its place and the nearest known key", "[app]") {
  DiagnosticList diagnostics;
  REQUIRE(parse_configuration("galpi: 1\nglosaries: [x]\n", "galpi.yaml", diagnostics));
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == DiagnosticCode::config_unknown_key);
  CHECK(diagnostics.items()[0].span.at == At{2, 1});
  CHECK(diagnostics.items()[0].hint.find("glossaries") != std::string::npos);
}

TEST_CASE("what is no galpi.yaml is refused with its place", "[app]") {
  struct Row {
    const char* name;
    std::string yaml;
    std::uint32_t line;
  };
  const Row rows[] = {
      {"no version", "input: _posts\n", 1},
      {"a later version", "galpi: 2\n", 1},
      {"a key twice", "galpi: 1\ninput: a\ninput: b\n", 3},
      {"a list", "- galpi\n", 1},
      {"empty", "", 1},
      {"broken YAML", "galpi: 1\nmemory: [a\nbooks: {", 3},
      {"not UTF-8", "galpi: 1\ninput: \"\xFF\"\n", 1},
      {"a mapping for a name", "galpi: 1\ninput: {a: b}\n", 2},
      {"two inputs", "galpi: 1\ninput: [a, b]\n", 2},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    DiagnosticList diagnostics;
    const auto read = parse_configuration(row.yaml, "galpi.yaml", diagnostics);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::invalid_config);
    REQUIRE(read.error().span);
    CHECK(read.error().span->file == "galpi.yaml");
    CHECK(read.error().span->at.line >= row.line);
  }
}

TEST_CASE("without a galpi.yaml there is an empty configuration; a named one must be there",
          "[app]") {
  const tests::MemoryFiles files;
  DiagnosticList diagnostics;
  CHECK(load_configuration(files, std::nullopt, diagnostics)->input.empty());
  const auto named = load_configuration(files, "other.yaml", diagnostics);
  REQUIRE_FALSE(named);
  CHECK(named.error().code == ErrorCode::unreadable);
}
