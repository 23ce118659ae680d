// What a note was in the deck before decides its numbers and its time of modification now.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "note.hpp"
#include "reporter.hpp"

namespace galpi::exporters::anki {

/// SHA-256 of all of a note that Anki shows.
std::string content_hash(FlashcardKind kind, const std::vector<std::string>& fields,
                         const std::vector<std::string>& tags);

/// Gives `notes` their numbers and times, adds the notes whose source is gone (tagged as retired),
/// and returns the ledger of the new deck. `time` is what a change made now is dated, in seconds.
AnkiLedger apply_ledger(std::vector<Note>& notes, const AnkiLedger& before, const DateRange& range,
                        std::int64_t time, Reporter& reporter);

/// The time of modification of a note type: later than before when its texts have changed.
std::int64_t type_time(AnkiLedger& ledger, const AnkiLedger& before, FlashcardKind kind,
                       std::int64_t time);

inline constexpr std::string_view retired_tag = "galpi::retired";

}  // namespace galpi::exporters::anki
