#include "galpi/app/assemble.hpp"

#include "sample_days.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::app;

namespace {

model::Edition edition_of(std::vector<model::BilingualDigest> days, DiagnosticSink& diagnostics,
                          const BookSettings& book = {}, const DateRange& range = {},
                          std::optional<std::int64_t> epoch = {}) {
  model::Glossary glossary;
  for (const char* korean : {"주의", "강화 학습", "가중치"}) {
    model::Concept item;
    item.korean = korean;
    item.id = korean;
    glossary.concepts.push_back(item);
  }
  return index_edition(std::move(days), std::move(glossary), book, range, epoch, diagnostics);
}

const Date october_5{2026, 10, 5};
const Date october_6{2026, 10, 6};

}  // namespace

TEST_CASE("days are put in order of their dates whatever the order of the files", "[app]") {
  DiagnosticList diagnostics;
  const auto edition = edition_of({day(october_6, {}), day(october_5, {})}, diagnostics);
  CHECK(edition.days[0].post().date == october_5);
  CHECK(edition.metadata.first == october_5);
  CHECK(edition.metadata.last == october_6);
}

TEST_CASE("one paper on two days is one work with two appearances, and a note", "[app]") {
  DiagnosticList diagnostics;
  const auto edition =
      edition_of({day(october_5, {paper("1706.03762", "A", "가"), paper("1512.03385", "B", "나")}),
                  day(october_6, {paper("1706.03762", "A", "다")})},
                 diagnostics);
  REQUIRE(edition.works.size() == 2);
  CHECK(edition.works[0].identity == "arxiv:1706.03762");
  CHECK(edition.works[0].appearances == std::vector<model::Place>{{0, 0}, {1, 0}});
  REQUIRE(diagnostics.items().size() == 1);
  const Diagnostic& note = diagnostics.items()[0];
  CHECK(note.code == DiagnosticCode::paper_repeated);
  CHECK(note.span.file == "blog/_posts/2026-10-06-day.md");
  CHECK(note.span.at.line == 20);
  CHECK(note.message.find("2026-10-05") != std::string::npos);
}

TEST_CASE("terms stand in dictionary order with their places, ambiguous ones do not", "[app]") {
  auto first = day(october_5, {paper("1706.03762", "A", "주의와 강화 학습")});
  first.annotated.mentions[0] = {{0, 6, 0}, {10, 23, 1}};
  auto second = day(october_6, {paper("1512.03385", "B", "주의 가중치")});
  second.annotated.mentions[0] = {{0, 6, 0}, {7, 16, 2}};
  second.annotated.mentions[0][1].ambiguous = true;
  DiagnosticList diagnostics;
  const auto edition = edition_of({first, second}, diagnostics);
  REQUIRE(edition.terms.size() == 2);
  CHECK(edition.glossary.concepts[edition.terms[0].concept_index].korean == "강화 학습");
  CHECK(edition.glossary.concepts[edition.terms[1].concept_index].korean == "주의");
  CHECK(edition.terms[1].places == std::vector<model::Place>{{0, 0}, {1, 0}});
}

TEST_CASE("a book is named after its month, its day or its range", "[app]") {
  struct Row {
    Date first, last;
    const char* title;
  };
  const Row rows[] = {
      {october_5, october_6, "논문 다이제스트 2026년 10월"},
      {october_5, october_5, "논문 다이제스트 2026년 10월 5일"},
      {{2026, 9, 1}, october_5, "논문 다이제스트 2026년 9월–10월"},
      {{2025, 12, 1}, {2026, 1, 2}, "논문 다이제스트 2025년 12월–2026년 1월"},
  };
  for (const Row& row : rows) {
    DiagnosticList diagnostics;
    const auto edition = edition_of({day(row.first, {}), day(row.last, {})}, diagnostics);
    CHECK(edition.metadata.title == row.title);
  }
}

TEST_CASE("a book keeps its identifier when a post is added, and not when its range changes",
          "[app]") {
  const DateRange october = *parse_month("2026-10");
  DiagnosticList diagnostics;
  const auto before = edition_of({day(october_5, {})}, diagnostics, {"시월", {}, {}}, october);
  const auto after =
      edition_of({day(october_5, {}), day(october_6, {})}, diagnostics, {"시월", {}, {}}, october);
  const auto other =
      edition_of({day(october_5, {})}, diagnostics, {"시월", {}, {}}, *parse_month("2026-11"));
  CHECK(before.metadata.identifier == after.metadata.identifier);
  CHECK(before.metadata.identifier != other.metadata.identifier);
  // RFC 4122 §4.1.3: version 5, variant 10.
  CHECK(before.metadata.identifier.starts_with("urn:uuid:"));
  CHECK(before.metadata.identifier[23] == '5');
}

TEST_CASE("the modification time is SOURCE_DATE_EPOCH, else the newest post's day", "[app]") {
  DiagnosticList diagnostics;
  CHECK(edition_of({day(october_5, {})}, diagnostics).metadata.modified == "2026-10-05T00:00:00Z");
  CHECK(edition_of({day(october_5, {})}, diagnostics, {}, {}, 1'000'000'000).metadata.modified ==
        "2001-09-09T01:46:40Z");
}
