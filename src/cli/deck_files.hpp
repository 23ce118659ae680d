// A deck goes out with its ledger and the report on what has no card.
#pragma once

#include <string>

#include "arguments.hpp"
#include "galpi/exporters/anki.hpp"
#include "galpi/model/edition.hpp"
#include "session.hpp"

namespace galpi::cli {

/// The ledger that --ledger names; an empty one when there is none yet. Fails, too, when the
/// ledger, the report and the deck are not three different files.
Result<exporters::AnkiLedger> read_ledger(const host::FileReader& files,
                                          const ExportArguments& arguments);

/// Writes deck, ledger and report; returns what to add to the line on what was written.
Result<std::string> write_deck(Session& session, const ExportArguments& arguments,
                               const model::Edition& edition, const exporters::AnkiLedger& ledger);

}  // namespace galpi::cli
