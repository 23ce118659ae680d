#include "selection.hpp"

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters;
using namespace galpi::exporters::anki;

namespace {

constexpr Date monday = {2026, 3, 2};
constexpr Date tuesday = {2026, 3, 3};

Note note(FlashcardKind kind, std::string guid, std::uint32_t frequency, std::vector<Date> days,
          std::size_t cards = 1) {
  Note made;
  made.kind = kind;
  made.guid = std::move(guid);
  made.name = made.guid;
  made.frequency = frequency;
  made.first_seen = days.front();
  made.days = std::move(days);
  for (std::uint32_t i = 0; i < cards; ++i) made.ordinals.push_back(i);
  return made;
}

std::string guids(const std::vector<Note>& notes) {
  std::string joined;
  for (const Note& one : notes) joined += one.guid + format_date(one.introduced).substr(8) + " ";
  return joined;
}

}  // namespace

TEST_CASE("a day brings no more new cards than the cap, and what is left out is said",
          "[exporters]") {
  DiagnosticList said;
  Reporter reporter(said);
  const auto chosen = select_notes({note(FlashcardKind::paper, "p", 1, {monday}, 2),
                                    note(FlashcardKind::term, "rare", 1, {monday}),
                                    note(FlashcardKind::term, "often", 9, {monday})},
                                   3, {}, reporter);
  CHECK(guids(chosen) == "often02 p02 ");
  CHECK(chosen[0].due == 1);
  REQUIRE(said.items().size() == 1);
  CHECK(said.items()[0].code == DiagnosticCode::flashcard_over_cap);
}

TEST_CASE("a term without a place waits for the next day that mentions it", "[exporters]") {
  DiagnosticList said;
  Reporter reporter(said);
  const auto chosen = select_notes({note(FlashcardKind::term, "a", 5, {monday}),
                                    note(FlashcardKind::term, "b", 2, {monday, tuesday})},
                                   1, {}, reporter);
  CHECK(guids(chosen) == "a02 b03 ");
  CHECK(said.items().empty());
}

TEST_CASE("what is in the deck already stays in it, whatever comes", "[exporters]") {
  DiagnosticList said;
  Reporter reporter(said);
  AnkiLedger ledger;
  ledger.notes["old"].date = monday;
  const auto chosen = select_notes({note(FlashcardKind::term, "new", 9, {monday}),
                                    note(FlashcardKind::term, "old", 1, {monday})},
                                   1, ledger, reporter);
  CHECK(guids(chosen) == "old02 ");
}

TEST_CASE("no cap leaves nothing out", "[exporters]") {
  DiagnosticList said;
  Reporter reporter(said);
  std::vector<Note> notes;
  for (int i = 0; i < 100; ++i) {
    notes.push_back(note(FlashcardKind::term, std::to_string(i), 1, {monday}, 2));
  }
  CHECK(select_notes(std::move(notes), 0, {}, reporter).size() == 100);
}
