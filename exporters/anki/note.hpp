// A note on its way into the deck: made by term_notes, cloze_notes and paper_notes, chosen by
// selection, given its numbers by the ledger, written by collection.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "galpi/base/date.hpp"
#include "galpi/base/source_span.hpp"
#include "galpi/exporters/anki.hpp"

namespace galpi::exporters::anki {

struct Note {
  FlashcardKind kind = FlashcardKind::term;
  std::string guid;
  std::vector<std::string> fields;      ///< HTML, as many as the note type has
  std::vector<std::string> tags;        ///< sorted
  std::vector<std::uint32_t> ordinals;  ///< of the cards, ascending; never empty
  Date first_seen;
  std::vector<Date> days;       ///< days of posts on which it may be introduced, ascending
  Date introduced;              ///< that of them on which it is
  std::uint32_t frequency = 1;  ///< in how many places it stands: what is met often comes first

  std::string name;   ///< for reports
  SourceSpan source;  ///< likewise

  std::uint64_t number = 0;   ///< from the ledger; ids follow from it
  std::int64_t modified = 0;  ///< seconds since 1970
  std::uint32_t due = 0;      ///< place in the queue of new cards, from 1
};

/// The 20 hexadecimal digits by which Anki knows a note: from what the note is about, never from
/// its words, so that a corrected text updates the card and keeps its history.
std::string guid_of(FlashcardKind kind, std::string_view stable_key);

/// The cards that the templates of the note type make of these fields.
std::vector<std::uint32_t> card_ordinals(FlashcardKind kind,
                                         const std::vector<std::string>& fields);

}  // namespace galpi::exporters::anki
