// Bytes → ledger: one that is read is written back as it was, and notes whose fields are these
// bytes come back from their ledger.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/anki/ledger.hpp"
#include "exporters/anki/note_types.hpp"
#include "galpi/exporters/anki.hpp"
#include "galpi/text/utf8.hpp"

using namespace galpi;
using namespace galpi::exporters;

namespace {

void check(bool holds, const char* fault) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", fault);
  std::abort();
}

void check_written(const AnkiLedger& ledger) {
  const std::string text = format_ledger(ledger);
  const auto again = parse_ledger(text, "deck.ledger");
  check(again.has_value(), "what was written is no ledger");
  check(*again == ledger, "another ledger came back");
  check(format_ledger(*again) == text, "it is written in two ways");
}

/// A note of each type, whose fields are the text cut at U+001F, which no field may hold.
std::vector<anki::Note> notes_of(std::string_view text) {
  std::vector<anki::Note> notes;
  for (const anki::NoteType& type : anki::note_types()) {
    anki::Note note;
    note.kind = type.kind;
    note.guid = anki::guid_of(type.kind, text.substr(0, text.find('\x1f')));
    note.tags = {"galpi::fuzz"};
    note.ordinals = {0};
    note.introduced = {2026, 3, 2};
    std::string_view rest = text;
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      const std::size_t end = std::min(rest.find('\x1f'), rest.size());
      note.fields.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {  // NOLINT
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto ledger = parse_ledger(bytes, "deck.ledger")) check_written(*ledger);
  if (text::find_invalid_utf8(bytes)) return 0;
  constexpr std::int64_t spring = 1'772'400'000;
  DiagnosticList said;
  anki::Reporter reporter(said);
  std::vector<anki::Note> notes = notes_of(bytes);
  const AnkiLedger ledger = anki::apply_ledger(notes, {}, {}, spring, reporter);
  check_written(ledger);
  // The same notes a day later: nothing has changed.
  std::vector<anki::Note> again = notes_of(bytes);
  const AnkiLedger later = anki::apply_ledger(again, ledger, {}, spring + 86'400, reporter);
  check(later == ledger, "the same notes changed");
  return 0;
}
