// Anki decks: one package (.apkg, schema 11) with the note types Term, Cloze and Paper. Format,
// identity and the ledger's text form: exporters/anki/README.md.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/date.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::exporters {

enum class FlashcardKind : std::uint8_t { term, cloze, paper };

/// What a ledger remembers of one note: enough to give it the same numbers again, and to send it
/// once more when its source is gone.
struct LedgerNote {
  std::uint64_t number = 0;   ///< its ids follow from this; never given to another note
  std::int64_t modified = 0;  ///< seconds since 1970
  bool is_retired = false;    ///< its source is gone: it has the tag galpi::retired
  FlashcardKind kind = FlashcardKind::term;
  Date date;         ///< the day of posts it was introduced on
  std::string hash;  ///< SHA-256 of what Anki sees of it, hexadecimal
  std::vector<std::string> tags;
  std::vector<std::string> fields;

  bool operator==(const LedgerNote&) const = default;
};

struct LedgerNoteType {
  std::string hash;
  std::int64_t modified = 0;

  bool operator==(const LedgerNoteType&) const = default;
};

struct AnkiLedger {
  std::map<std::string, LedgerNoteType> types;  ///< by name of the note type
  std::map<std::string, LedgerNote> notes;      ///< by guid

  bool operator==(const AnkiLedger&) const = default;
};

/// Reads the text form of a ledger. A line that is not one fails with invalid_input, placed in
/// `file`.
Result<AnkiLedger> parse_ledger(std::string_view text, const std::string& file);
/// The text form: sorted, one line per note, with a line end each.
std::string format_ledger(const AnkiLedger& ledger);

struct AnkiOptions {
  unsigned cards_per_day = 20;  ///< most new cards of one day of posts; 0: no limit
  model::Languages languages = model::Languages::both;  ///< `korean`: no English sentences
  /// What was asked for. Only notes introduced within it can be retired: a month exported with the
  /// ledger of a year says nothing about the other months.
  DateRange range;
};

struct AnkiSummary {
  std::size_t notes = 0;
  std::size_t cards = 0;
  std::size_t retired = 0;  ///< among the notes
};

struct AnkiExport {
  AnkiLedger ledger;  ///< as it is after this deck
  AnkiSummary summary;
};

/// Writes the package into `sink`. `ledger` is that of the deck before, or empty. Terms, papers and
/// cards that are left out are reported, each with its reason.
Result<AnkiExport> export_anki(const model::Edition& edition, const AnkiOptions& options,
                               const AnkiLedger& ledger, ByteSink& sink,
                               DiagnosticSink& diagnostics);

/// What importing one package over another would do to a note, by the rules of Anki's importer.
enum class ImportEffect : std::uint8_t {
  added,
  updated,
  unchanged,    ///< the same content, or a change whose modification time is no later
  conflicting,  ///< refused: the note types differ
  stays,        ///< only in the old package; nothing is ever deleted
};

struct ImportedNote {
  ImportEffect effect = ImportEffect::unchanged;
  std::string guid;
  std::string type;    ///< name of the note type
  std::string name;    ///< the sort field, as text
  std::string reason;  ///< one line; may be empty

  bool operator==(const ImportedNote&) const = default;
};

/// Compares two packages of any maker, hostile ones included: sizes are limited, names in them are
/// not followed. Fails with invalid_input, naming `old_name` or `new_name`. Sorted by effect, then
/// guid.
Result<std::vector<ImportedNote>> compare_decks(std::string_view old_package,
                                                const std::string& old_name,
                                                std::string_view new_package,
                                                const std::string& new_name);

}  // namespace galpi::exporters
