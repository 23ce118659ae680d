// Posts → Edition: everything that needs the whole range. Repeated papers become one work, terms
// get their places, images and formulas are fetched from disk and pandoc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "galpi/app/settings.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/host/file_system.hpp"
#include "galpi/host/process.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::app {

/// Which parts of an edition a format looks at; the others stay empty and cost nothing.
struct EditionNeeds {
  bool images = true;
  bool mathml = true;
};

/// `epoch` is SOURCE_DATE_EPOCH in seconds, if set. Fails with nothing_to_export when `days` has
/// nothing a reader could read.
Result<model::Edition> assemble_edition(std::vector<model::BilingualDigest> days,
                                        model::Glossary glossary, const BookSettings& book,
                                        const DateRange& range, std::optional<std::int64_t> epoch,
                                        const EditionNeeds& needs, const host::FileReader& files,
                                        host::ProcessRunner& processes,
                                        DiagnosticSink& diagnostics);

/// The pure part: order, works, terms, metadata; no images, no formulas.
model::Edition index_edition(std::vector<model::BilingualDigest> days, model::Glossary glossary,
                             const BookSettings& book, const DateRange& range,
                             std::optional<std::int64_t> epoch, DiagnosticSink& diagnostics);

}  // namespace galpi::app
