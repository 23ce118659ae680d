#include "galpi/terms/glossary.hpp"

#include <string>

#include "support/catch.hpp"

using galpi::Diagnostic;
using galpi::DiagnosticCode;
using galpi::DiagnosticList;
using galpi::model::Concept;
using galpi::model::Glossary;
using galpi::terms::merge_glossaries;
using galpi::terms::parse_glossary;

namespace {

struct Outcome {
  bool good = false;
  Glossary glossary;
  std::vector<Diagnostic> diagnostics;
  galpi::Error error{};
};

Outcome parse(std::string_view yaml) {
  DiagnosticList list;
  auto result = parse_glossary(yaml, "glossary.yaml", list);
  Outcome outcome{.good = result.has_value(), .glossary = {}, .diagnostics = list.items()};
  if (result) {
    outcome.glossary = *std::move(result);
  } else {
    outcome.error = result.error();
  }
  return outcome;
}

/// A glossary whose only concept has these further lines.
std::string with_lines(std::string_view lines) {
  return "galpi_glossary: 1\nconcepts:\n  - en: attention\n    ko: 주의\n" + std::string(lines);
}

}  // namespace

TEST_CASE("a glossary file gives its concepts with every key", "[terms]") {
  const Outcome outcome = parse(R"(# Our words.
galpi_glossary: 1
domain: machine-learning
concepts:
  - en: large language model   # the English name
    ko: 대형 언어 모델
    abbr: [LLM]
    variants: [대규모 언어 모델]
    en_variants: [large-scale language model]
    avoid: [큰 언어 모델]
    definition: {ko: 말을 다루는 큰 모델., en: A large model of language.}
    reading: 엘엘엠
    part_of_speech: noun
    status: proposed
    domain: language
    cues: {near: [토큰], not: [사진]}
    do_not_translate: true
    note: >
      Two
      lines.
    source: a paper
    see_also: [token]
  - {id: token, en: token, ko: 토큰, abbr: TOK}
)");
  REQUIRE(outcome.good);
  CHECK(outcome.diagnostics.empty());
  REQUIRE(outcome.glossary.concepts.size() == 2);
  CHECK(outcome.glossary.concepts[0] == Concept{.id = "large-language-model",
                                                .english = "large language model",
                                                .korean = "대형 언어 모델",
                                                .abbreviations = {"LLM"},
                                                .variants = {"대규모 언어 모델"},
                                                .english_variants = {"large-scale language model"},
                                                .avoid = {"큰 언어 모델"},
                                                .definition_korean = "말을 다루는 큰 모델.",
                                                .definition_english = "A large model of language.",
                                                .reading = "엘엘엠",
                                                .part_of_speech = "noun",
                                                .status = galpi::model::ConceptStatus::proposed,
                                                .domain = "language",
                                                .cues_near = {"토큰"},
                                                .cues_not = {"사진"},
                                                .do_not_translate = true,
                                                .note = "Two lines.",
                                                .source = "a paper",
                                                .see_also = {"token"}});
  const Concept& token = outcome.glossary.concepts[1];
  CHECK(token.abbreviations == std::vector<std::string>{"TOK"});
  CHECK(token.domain == "machine-learning");
}

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

TEST_CASE("names are put in order: NFC, one space, nothing invisible", "[terms]") {
  const Outcome outcome = parse(
      "galpi_glossary: 1\nconcepts:\n"
      "  - en: \"  low \\t rank\\n adaptation \"\n"
      "    ko: \"\xE1\x84\x8C\xE1\x85\xAE\xE1\x84\x8B\xE1\x85\xB4\"\n"  // 주의 as conjoining jamo
      "    variants: [\"어\\u200B텐션\", \"어텐션\"]\n");
  REQUIRE(outcome.good);
  REQUIRE(outcome.glossary.concepts.size() == 1);
  CHECK(outcome.glossary.concepts[0].english == "low rank adaptation");
  CHECK(outcome.glossary.concepts[0].korean == "주의");
  CHECK(outcome.glossary.concepts[0].variants == std::vector<std::string>{"어텐션"});
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].code == DiagnosticCode::invisible_character);
}

TEST_CASE("words that YAML 1.1 took for something else are text", "[terms]") {
  const Outcome outcome =
      parse("galpi_glossary: 1\nconcepts:\n  - {en: on, ko: 켜기, abbr: [NO, y, 0x, 1.2.3, e5]}\n");
  REQUIRE(outcome.good);
  CHECK(outcome.glossary.concepts[0].english == "on");
  CHECK(outcome.glossary.concepts[0].abbreviations ==
        std::vector<std::string>{"NO", "y", "0x", "1.2.3", "e5"});
}

TEST_CASE("ids are made from the English name and stay unique", "[terms]") {
  const Outcome outcome = parse(R"yaml(galpi_glossary: 1
concepts:
  - {en: "Q-Learning (off-policy)", ko: 큐 학습}
  - {en: precision, ko: 정밀도, cues: {near: [재현율]}}
  - {en: precision, ko: 수치 정밀도}
  - {id: precision-2, en: other, ko: 다른 것}
  - {en: 주의, ko: 주의력}
)yaml");
  REQUIRE(outcome.good);
  std::vector<std::string> ids;
  for (const Concept& entry : outcome.glossary.concepts) ids.push_back(entry.id);
  CHECK(ids == std::vector<std::string>{"q-learning-off-policy", "precision", "precision-3",
                                        "precision-2", "concept"});
}

TEST_CASE("names that two concepts share are warned of", "[terms]") {
  struct Row {
    std::string_view what;
    std::string_view second;
    std::vector<DiagnosticCode> codes;
  };
  using enum DiagnosticCode;
  const Row rows[] = {
      {"the same English name", "{en: Attention, ko: 어텐션}", {glossary_duplicate}},
      {"the same form, spaced another way", "{en: note, ko: 주 의}", {glossary_clash}},
      {"a variant that is another's name",
       "{en: note, ko: 주목, variants: [주의]}",
       {glossary_clash}},
      {"an English variant in other letters",
       "{en: note, ko: 주목, en_variants: [ATTENTION]}",
       {glossary_clash}},
      {"told apart by cues", "{en: note, ko: 주의, cues: {near: [메모]}}", {}},
      {"retired", "{en: note, ko: 주의, status: retired}", {}},
      {"avoided here, proper there", "{en: note, ko: 주목, avoid: [주의]}", {}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const Outcome outcome =
        parse("galpi_glossary: 1\nconcepts:\n  - {en: attention, ko: 주의}\n  - " +
              std::string(row.second) + "\n");
    CHECK(outcome.good);
    std::vector<DiagnosticCode> codes;
    for (const Diagnostic& diagnostic : outcome.diagnostics) {
      codes.push_back(diagnostic.code);
      CHECK(diagnostic.span.at == galpi::At{4, 5});
      CHECK(diagnostic.message.contains("line 3"));
    }
    CHECK(codes == row.codes);
  }
}

TEST_CASE("an overlay replaces by id, then by English name, and adds the rest", "[terms]") {
  const auto named = [](std::string id, std::string english, std::string korean) {
    Concept entry;
    entry.id = std::move(id);
    entry.english = std::move(english);
    entry.korean = std::move(korean);
    return entry;
  };
  const Glossary base{{named("attention", "attention", "주의"), named("token", "token", "토큰"),
                       named("scene", "scene", "장면")}};
  const Glossary overlay{{named("scene", "visual scene", "신"), named("att", "Attention", "어텐션"),
                          named("att-2", "attention", "주목"),
                          named("agent", "agent", "에이전트")}};
  const Glossary merged = merge_glossaries(base, overlay);
  CHECK(merged.concepts == std::vector<Concept>{named("att", "Attention", "어텐션"),
                                                named("token", "token", "토큰"),
                                                named("scene", "visual scene", "신"),
                                                named("att-2", "attention", "주목"),
                                                named("agent", "agent", "에이전트")});
  CHECK(merge_glossaries(base, {}).concepts == base.concepts);
  CHECK(merge_glossaries({}, overlay).concepts == overlay.concepts);
}
