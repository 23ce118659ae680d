// Which notes a day of posts brings, and in which order they are learned.
#pragma once

#include <vector>

#include "note.hpp"
#include "reporter.hpp"

namespace galpi::exporters::anki {

/// At most `cards_per_day` cards (0: no limit) are introduced per day of posts; notes of the deck
/// before (`ledger`) stay in any case, and on their day. Within a day papers, terms and numbers
/// take turns, what stands in more places first; a term that finds no place waits for the next day
/// that mentions it. What is left out is reported. The rest comes back in the order of learning,
/// with `due` set: by frequency, then by day.
std::vector<Note> select_notes(std::vector<Note> notes, unsigned cards_per_day,
                               const AnkiLedger& ledger, Reporter& reporter);

}  // namespace galpi::exporters::anki
