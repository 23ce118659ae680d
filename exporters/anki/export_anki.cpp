#include <algorithm>
#include <chrono>
#include <utility>

#include "galpi/exporters/anki.hpp"
#include "galpi/text/normalization.hpp"
#include "ledger.hpp"
#include "notes_of_edition.hpp"
#include "package.hpp"
#include "selection.hpp"

namespace galpi::exporters {
namespace {

/// `2026-10-31T00:00:00Z` in seconds since 1970.
std::int64_t seconds_of(const model::BookMetadata& metadata) {
  const std::string& text = metadata.modified;
  const Date date = parse_date(std::string_view(text).substr(0, 10)).value_or(metadata.last);
  const std::chrono::sys_days day =
      std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day);
  const std::int64_t seconds = std::int64_t{86400} * day.time_since_epoch().count();
  const auto two_digits = [&](std::size_t at) -> std::int64_t {
    return at + 1 < text.size() ? (text[at] - '0') * 10 + (text[at + 1] - '0') : 0;
  };
  return seconds + two_digits(11) * 3600 + two_digits(14) * 60 + two_digits(17);
}

std::vector<anki::Note> make_notes(const model::Edition& edition, const AnkiOptions& options,
                                   anki::Reporter& reporter) {
  std::vector<anki::Note> notes = anki::make_term_notes(edition, reporter);
  std::ranges::move(anki::make_paper_notes(edition, reporter), std::back_inserter(notes));
  std::ranges::move(anki::make_cloze_notes(edition, options.languages, reporter),
                    std::back_inserter(notes));
  // Pieces put together (a title behind a bracket) may form what NFC would write as one.
  for (anki::Note& note : notes) {
    for (std::string& field : note.fields) {
      if (!text::is_nfc(field)) field = text::to_nfc(field);
    }
  }
  return notes;
}

}  // namespace

Result<AnkiExport> export_anki(const model::Edition& edition, const AnkiOptions& options,
                               const AnkiLedger& ledger, ByteSink& sink,
                               DiagnosticSink& diagnostics) {
  anki::Reporter reporter(diagnostics);
  std::vector<anki::Note> notes = anki::select_notes(make_notes(edition, options, reporter),
                                                     options.cards_per_day, ledger, reporter);
  const std::int64_t time = seconds_of(edition.metadata);
  AnkiExport result;
  result.ledger = anki::apply_ledger(notes, ledger, options.range, time, reporter);
  anki::CollectionTimes times;
  times.modified = time;
  for (const FlashcardKind kind :
       {FlashcardKind::term, FlashcardKind::cloze, FlashcardKind::paper}) {
    times.type_modified[static_cast<std::size_t>(kind)] =
        anki::type_time(result.ledger, ledger, kind, time);
  }
  GALPI_CHECK(anki::write_package(notes, times, sink));
  result.summary.notes = notes.size();
  for (const anki::Note& note : notes) {
    result.summary.cards += note.ordinals.size();
    if (std::ranges::binary_search(note.tags, anki::retired_tag)) ++result.summary.retired;
  }
  return result;
}

}  // namespace galpi::exporters
