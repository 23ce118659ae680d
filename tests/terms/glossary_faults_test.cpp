// What a glossary file may not be, and what is said about it.
#include <string>

#include "parsed_glossary.hpp"
#include "support/catch.hpp"

using galpi::Diagnostic;
using galpi::DiagnosticCode;
using galpi::terms::sample::Outcome;
using galpi::terms::sample::parse;
using galpi::terms::sample::with_lines;

TEST_CASE("faults of a glossary are reported where they are", "[terms]") {
  struct Row {
    std::string_view what;
    std::string yaml;
    std::uint32_t line;
    std::uint32_t column;
    std::string_view message;
    std::string_view hint;
  };
  const std::string nested(40, '[');
  const Row rows[] = {
      {"nothing at all", "", 0, 0, "the file is empty, not a glossary", "galpi_glossary: 1"},
      {"only a comment", "# nothing\n", 0, 0, "the file is empty, not a glossary", ""},
      {"a list", "- a\n- b\n", 1, 1, "the file is a list, not a glossary", ""},
      {"prose", "그냥 글이다.\n", 1, 1, "the file is text, not a glossary", ""},
      {"no version", "concepts: []\n", 1, 1, "there is no `galpi_glossary`", "galpi_glossary: 1"},
      {"a later version", "galpi_glossary: 2\nconcepts: []\n", 1, 17,
       "version `2` of the glossary format is not known", "galpi_glossary: 1"},
      {"no concepts", "galpi_glossary: 1\n", 1, 1, "there is no `concepts` list", ""},
      {"concepts as a mapping", "galpi_glossary: 1\nconcepts: {a: b}\n", 2, 11,
       "`concepts` is a mapping, not a list", ""},
      {"a concept that is text", "galpi_glossary: 1\nconcepts: [주의]\n", 2, 12,
       "a concept is text, not a mapping", "- en:"},
      {"no English name", "galpi_glossary: 1\nconcepts:\n  - ko: 주의\n", 3, 5,
       "a concept has no `en`", "`en` is the English name; it is required"},
      {"no Korean name", "galpi_glossary: 1\nconcepts:\n  - en: attention\n", 3, 5,
       "a concept has no `ko`", "required"},
      {"an empty name", "galpi_glossary: 1\nconcepts:\n  - en: \"\"\n    ko: 주의\n", 3, 9,
       "`en` is empty", ""},
      {"a name of white space", "galpi_glossary: 1\nconcepts:\n  - en: \" \"\n    ko: 주의\n", 3, 9,
       "`en` is empty", ""},
      {"a null name", "galpi_glossary: 1\nconcepts:\n  - en: attention\n    ko: ~\n", 4, 9,
       "`ko` is empty", ""},
      {"a number", with_lines("    variants: [어텐션, 12]\n"), 5, 21,
       "`variants` is a number, not text", "put it in quotes: \"12\""},
      {"a number that looks like a word", with_lines("    abbr: 1e5\n"), 5, 11,
       "`abbr` is a number, not text", "put it in quotes"},
      {"a truth value", with_lines("    note: true\n"), 5, 11, "`note` is true or false, not text",
       "quotes"},
      {"a mapping for a name", with_lines("    avoid: {ko: 주목}\n"), 5, 12,
       "`avoid` is a mapping, not text", ""},
      {"an empty item", with_lines("    variants: [어텐션, ]\n    avoid: ['']\n"), 6, 13,
       "`avoid` is empty", ""},
      {"text for a mapping", with_lines("    definition: 뜻\n"), 5, 17,
       "`definition` is text, not a mapping", "{ko: …, en: …}"},
      {"an unknown status", with_lines("    status: aproved\n"), 5, 13,
       "`status` is approved, proposed or retired", "did you mean `approved`?"},
      {"a flag that is a word", with_lines("    do_not_translate: maybe\n"), 5, 23,
       "`do_not_translate` is true or false", ""},
      {"an id with spaces", with_lines("    id: 주의 기법\n"), 5, 9, "cannot be an id", "ASCII"},
      {"the same id twice",
       "galpi_glossary: 1\nconcepts:\n  - {id: a, en: x, ko: 가}\n  - {id: a, en: y, ko: 나}\n", 4,
       5, "the id `a` is taken by the concept in line 3", ""},
      {"a key twice", with_lines("    ko: 어텐션\n"), 5, 5,
       "the key `ko` occurs twice; first in line 4", "keep one"},
      {"a key twice at the top", "galpi_glossary: 1\nconcepts: []\nconcepts: []\n", 3, 1,
       "the key `concepts` occurs twice; first in line 2", ""},
      {"a list as a key", with_lines("    ? [a, b]\n    : c\n"), 5, 7, "a key is a list", ""},
      {"an alias", with_lines("    avoid: &a [주목]\n    variants: *a\n"), 5, 12, "anchors", ""},
      {"a self-alias", "galpi_glossary: 1\nconcepts: &a [*a]\n", 2, 11, "anchors", ""},
      {"a tag", with_lines("    note: !!binary aGk=\n"), 5, 11, "the tag", ""},
      {"a second document", "galpi_glossary: 1\nconcepts: []\n---\na: b\n", 3, 1,
       "a second document starts here", ""},
      {"deep nesting", "galpi_glossary: 1\nconcepts: " + nested + "\n", 2, 19, "nested deeper", ""},
      {"broken YAML", "galpi_glossary: 1\nconcepts:\n  - en: [attention\n    ko: 주의\n", 4, 7,
       "not valid YAML", ""},
      {"a tab for indentation", "galpi_glossary: 1\nconcepts:\n\t- en: a\n", 3, 2, "not valid YAML",
       ""},
      {"broken UTF-8", "galpi_glossary: 1\n# 주의 \xED\xA0\x80\n", 2, 6, "not UTF-8", ""},
      {"UTF-16", std::string("\xFF\xFEg\0a\0", 6), 1, 1, "not UTF-8", ""},
      {"a control character", "galpi_glossary: 1\n# \x04 the end?\n", 2, 3,
       "the control character `\\u{4}`", ""},
      {"an escaped control character", with_lines("    note: \"a\\x85\\x01\"\n"), 5, 11,
       "`note` holds a control character", ""},
      {"a line as long as a file", with_lines("    note: " + std::string(9000, 'a') + "\n"), 5, 1,
       "the line is longer than 4096 bytes", "break it"},
      {"a name as long as a story", with_lines("    avoid: [" + std::string(200, 'a') + "]\n"), 5,
       13, "longer than 120 characters", ""},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const Outcome outcome = parse(row.yaml);
    CHECK_FALSE(outcome.good);
    CHECK(outcome.error.code == galpi::ErrorCode::invalid_glossary);
    REQUIRE_FALSE(outcome.diagnostics.empty());
    const Diagnostic& first = outcome.diagnostics.front();
    INFO(first.message << " | " << first.hint);
    CHECK(first.code == DiagnosticCode::glossary_invalid);
    CHECK(first.span.file == "glossary.yaml");
    CHECK(first.span.at.line == row.line);
    CHECK(first.span.at.column == row.column);
    CHECK(first.message.contains(row.message));
    CHECK(first.hint.contains(row.hint));
    REQUIRE(outcome.error.span);
    CHECK(*outcome.error.span == first.span);
  }
}

TEST_CASE("a fault comes with its raw line, and columns count code points", "[terms]") {
  const Outcome outcome =
      parse("\xEF\xBB\xBFgalpi_glossary: 1\r\nconcepts:\r\n  - {en: a, ko: 가나다, avoid: 7}\r\n");
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].excerpt == "  - {en: a, ko: 가나다, avoid: 7}");
  CHECK(outcome.diagnostics[0].span.at == galpi::At{3, 29});
}

TEST_CASE("every fault of a file is reported, not only the first", "[terms]") {
  const Outcome outcome =
      parse("galpi_glossary: 1\nconcepts:\n  - en: a\n  - ko: 나\n  - {en: 1, ko: 2}\n");
  CHECK_FALSE(outcome.good);
  CHECK(outcome.diagnostics.size() == 4);
  CHECK(outcome.error.message == "the glossary glossary.yaml cannot be used: 4 errors");
}

TEST_CASE("an alias bomb is refused in no time", "[terms]") {
  std::string bomb = "galpi_glossary: 1\nconcepts:\n";
  bomb += "  - &a0 [lol]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "  - &a" + std::to_string(i) + " [" + last + ", " + last + "]\n";
  }
  const Outcome outcome = parse(bomb);
  CHECK_FALSE(outcome.good);
  CHECK(outcome.diagnostics.size() == 1);
}

TEST_CASE("a flood of faults is cut short", "[terms]") {
  std::string yaml = "galpi_glossary: 1\nconcepts:\n";
  for (int i = 0; i < 5000; ++i) yaml += "  - 주의\n";
  const Outcome outcome = parse(yaml);
  CHECK(outcome.diagnostics.size() == 100);
  CHECK(outcome.diagnostics.back().message == "more faults of this file are not shown");
  CHECK(outcome.error.message.contains("5000 errors"));
}

TEST_CASE("a misspelt key is a warning with a suggestion", "[terms]") {
  struct Row {
    std::string_view key;
    std::string_view hint;
  };
  const Row rows[] = {{"variant", "did you mean `variants`?"},
                      {"defintion", "did you mean `definition`?"},
                      {"abrb", "did you mean `abbr`?"},
                      {"sea_also", "did you mean `see_also`?"},
                      {"korean_plural_rules", ""}};
  for (const Row& row : rows) {
    INFO(row.key);
    const Outcome outcome = parse(with_lines("    " + std::string(row.key) + ": x\n"));
    CHECK(outcome.good);
    REQUIRE(outcome.diagnostics.size() == 1);
    CHECK(outcome.diagnostics[0].code == DiagnosticCode::glossary_unknown_key);
    CHECK(outcome.diagnostics[0].span.at == galpi::At{5, 5});
    CHECK(outcome.diagnostics[0].hint == row.hint);
  }
  const Outcome top = parse("galpi_glossary: 1\nconcept: x\nconcepts: []\n");
  CHECK(top.good);
  REQUIRE(top.diagnostics.size() == 1);
  CHECK(top.diagnostics[0].hint == "did you mean `concepts`?");
}
