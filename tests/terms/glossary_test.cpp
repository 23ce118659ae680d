#include "galpi/terms/glossary.hpp"

#include <string>

#include "parsed_glossary.hpp"
#include "support/catch.hpp"

using galpi::Diagnostic;
using galpi::DiagnosticCode;
using galpi::model::Concept;
using galpi::model::Glossary;
using galpi::terms::merge_glossaries;
using galpi::terms::sample::Outcome;
using galpi::terms::sample::parse;
using galpi::terms::sample::with_lines;

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
