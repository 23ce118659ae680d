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

TEST_CASE("a book has a name, a range, formats and a folder", "[app]") {
  DiagnosticList diagnostics;
  const auto read = parse_configuration(R"(galpi: 1
books:
  - name: 2026-10
    title: 시월의 논문
    author: 갈피
    licence: CC BY 4.0
    month: 2026-10
    formats: [epub, anki]
    output: out
    paper: tablet
    ledger: cards.ledger
  - {name: 모두, from: 2026-01-02}
)",
                                        "blog/galpi.yaml", diagnostics);
  REQUIRE(read);
  CHECK(diagnostics.items().empty());
  REQUIRE(read->books.size() == 2);
  const BookDeclaration& october = read->books[0];
  CHECK(october.name == "2026-10");
  CHECK(october.settings.title == "시월의 논문");
  CHECK(october.settings.author == "갈피");
  CHECK(october.settings.licence == "CC BY 4.0");
  CHECK(october.range.from == parse_date("2026-10-01"));
  CHECK(october.range.to == parse_date("2026-10-31"));
  REQUIRE(october.formats.size() == 2);
  CHECK(october.formats[1].text == "anki");
  CHECK(october.formats[1].at == At{8, 21});
  CHECK(october.output == "blog/out/");
  CHECK(october.options.at("paper").text == "tablet");
  CHECK(october.options.at("ledger").text == "blog/cards.ledger");
  const BookDeclaration& all = read->books[1];
  CHECK(all.name == "모두");
  CHECK(all.range.from == parse_date("2026-01-02"));
  CHECK_FALSE(all.range.to);
  CHECK(all.formats.size() == 1);
  CHECK(all.formats[0].text == "epub");
  CHECK(all.output == "blog/books/");
}

TEST_CASE("a book that cannot be meant is refused at its place", "[app]") {
  struct Row {
    std::string book;
    std::string message;
    std::uint32_t column;
  };
  const Row rows[] = {
      {"october", "a book is a list of keys, `name` among them", 4},
      {"{title: x}", "a book needs a `name`", 4},
      {"{name: \"a b\"}", "`a b` cannot be a book's name", 11},
      {"{name: ../x}", "`../x` cannot be a book's name", 11},
      {"{name: .x}", "`.x` cannot be a book's name", 11},
      {"{name: --list}", "`--list` cannot be a book's name", 11},
      {"{name: \"\"}", "`` cannot be a book's name", 11},
      {"{name: a, name: b}", "`name` stands twice", 14},
      {"{name: a, month: 2026-13}", "`2026-13` is no month", 21},
      {"{name: a, from: tomorrow}", "`tomorrow` is no date", 20},
      {"{name: a, month: 2026-10, to: 2026-10-02}", "`month` goes without", 21},
      {"{name: a, from: 2026-10-02, to: 2026-10-01}", "`to` is before `from`", 4},
      {"{name: a, formats: []}", "`formats` names none", 23},
      {"{name: a, formats: [epub, epub]}", "`epub` stands twice", 30},
      {"{name: a, formats: {epub: 1}}", "`formats` is neither", 23},
      {"{name: a, title: [b]}", "`title` is one word or text", 21},
      {"{name: a, output: \"\"}", "`output` names no folder", 22},
      {"{name: a}\n - {name: a}", "two books are called `a`", 4},
  };
  for (const Row& row : rows) {
    INFO(row.book);
    DiagnosticList diagnostics;
    const auto read =
        parse_configuration("galpi: 1\nbooks:\n - " + row.book + "\n", "galpi.yaml", diagnostics);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::invalid_config);
    CHECK(read.error().message.find(row.message) != std::string::npos);
    REQUIRE(read.error().span);
    CHECK(read.error().span->at.column == row.column);
  }
}

TEST_CASE("a key that books do not have is a warning with the nearest one", "[app]") {
  DiagnosticList diagnostics;
  const auto read = parse_configuration("galpi: 1\nbooks:\n - {name: a, license: x}\n",
                                        "galpi.yaml", diagnostics);
  REQUIRE(read);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].hint == "did you mean `licence`?");
  CHECK(diagnostics.items()[0].span.at == At{3, 14});
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
