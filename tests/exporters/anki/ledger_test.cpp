#include "ledger.hpp"

#include "note_types.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters;
using namespace galpi::exporters::anki;

namespace {

constexpr Date monday = {2026, 3, 2};
constexpr std::int64_t spring = 1'772'400'000;

Note term(const std::string& key, const std::string& english) {
  Note made;
  made.guid = guid_of(FlashcardKind::term, key);
  made.fields.resize(term_field::count);
  made.fields[term_field::key] = key;
  made.fields[term_field::english] = english;
  made.tags = {"galpi::term"};
  made.ordinals = {0};
  made.introduced = monday;
  return made;
}

AnkiLedger run(std::vector<Note>& notes, const AnkiLedger& before, std::int64_t time = spring,
               const DateRange& range = {}) {
  DiagnosticList said;
  Reporter reporter(said);
  return apply_ledger(notes, before, range, time, reporter);
}

}  // namespace

TEST_CASE("the same content keeps number and time; a change dates it later", "[exporters]") {
  std::vector<Note> notes = {term("a", "one"), term("b", "two")};
  const AnkiLedger first = run(notes, {});
  std::vector<Note> again = {term("b", "two!"), term("a", "one"), term("c", "three")};
  const AnkiLedger second = run(again, first);
  const auto entry = [](const AnkiLedger& ledger, const char* key) {
    return ledger.notes.at(guid_of(FlashcardKind::term, key));
  };
  CHECK(entry(second, "a") == entry(first, "a"));
  CHECK(entry(second, "b").number == entry(first, "b").number);
  CHECK(entry(second, "b").modified == spring + 1);
  CHECK(entry(second, "c").number == 3);
  std::vector<Note> later = {term("a", "uno"), term("b", "two!"), term("c", "three")};
  CHECK(entry(run(later, second, spring + 500), "a").modified == spring + 500);
}

TEST_CASE("a note whose source is gone goes on with a tag, in its range only", "[exporters]") {
  std::vector<Note> notes = {term("a", "one")};
  const AnkiLedger first = run(notes, {});
  std::vector<Note> none;
  const AnkiLedger retired = run(none, first);
  REQUIRE(none.size() == 1);
  CHECK(none[0].fields[term_field::english] == "one");
  CHECK(none[0].tags == std::vector<std::string>{"galpi::retired", "galpi::term"});
  CHECK(none[0].modified == spring + 1);
  std::vector<Note> still_none;
  CHECK(run(still_none, retired) == retired);
  std::vector<Note> another_month;
  const DateRange april = {Date{2026, 4, 1}, std::nullopt};
  CHECK(run(another_month, first, spring, april) == first);
  CHECK(another_month.empty());
}

TEST_CASE("a ledger's text is read back as it was", "[exporters]") {
  std::vector<Note> notes = {term("a", "tab\tback\\slash"), term("b", "한국어")};
  AnkiLedger ledger = run(notes, {});
  type_time(ledger, {}, FlashcardKind::term, spring);
  const std::string text = format_ledger(ledger);
  const auto read = parse_ledger(text, "deck.ledger");
  REQUIRE(read.has_value());
  CHECK(*read == ledger);
  CHECK(format_ledger(*read) == text);
}

TEST_CASE("a damaged ledger is refused with the line that is wrong", "[exporters]") {
  std::vector<Note> notes = {term("a", "one"), term("b", "two")};
  const std::string good = format_ledger(run(notes, {}));
  struct Row {
    std::string text;
    std::uint32_t line;
  };
  const std::string last = good.substr(good.rfind('\n', good.size() - 2) + 1);
  const Row row = GENERATE_COPY(
      Row{"", 1}, Row{"something else\n", 1}, Row{good + last, 4},
      Row{good.substr(0, good.size() - 1), 3}, Row{"galpi-anki-ledger\t1\nnote\tzz\n", 2},
      Row{"galpi-anki-ledger\t1\n\xff\n", 2}, Row{"galpi-anki-ledger\t1\ntype\tterm\tx\t1\n", 2},
      Row{"galpi-anki-ledger\t2\n", 1});
  const auto read = parse_ledger(row.text, "deck.ledger");
  REQUIRE_FALSE(read.has_value());
  REQUIRE(read.error().span.has_value());
  CHECK(read.error().span->at.line == row.line);
  CHECK(read.error().code == ErrorCode::invalid_input);
}

TEST_CASE("a card exists where the field its template asks for has text", "[exporters]") {
  std::vector<std::string> fields(paper_field::count);
  fields[paper_field::goal] = "x";
  fields[paper_field::limitation] = "y";
  CHECK(card_ordinals(FlashcardKind::paper, fields) == std::vector<std::uint32_t>{0, 2});
}
