// What an export says at its end: what was written and how much, or that there was nothing.
#pragma once

#include <string>

#include "console.hpp"
#include "galpi/app/settings.hpp"
#include "galpi/base/result.hpp"
#include "galpi/model/edition.hpp"
#include "session.hpp"

namespace galpi::cli {

/// Nothing to export is an error that names where was looked.
Result<void> require_posts(const StreamSummary& summary, const app::SourceSettings& sources);

/// `, 3 papers, 12 terms`.
std::string papers_of(const model::Edition& edition);

/// `wrote october.epub: 9 posts, 30 papers, 126 terms, 1 draft left out, no warnings`.
std::string described(const std::string& output, const StreamSummary& summary,
                      const DiagnosticCounts& counts, const std::string& details);

}  // namespace galpi::cli
