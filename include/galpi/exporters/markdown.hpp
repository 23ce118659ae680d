// Bilingual Markdown (CommonMark 0.31 + GFM tables and strikethrough). Every line parses back
// through cmark-gfm to what was meant.
#pragma once

#include <cstdint>

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::exporters {

enum class MarkdownForm : std::uint8_t {
  interleaved,  ///< each Korean sentence, then its English as a quote below it
  table,        ///< Korean and English side by side
  annotated,    ///< Korean only, with the English names of terms
};

struct MarkdownOptions {
  MarkdownForm form = MarkdownForm::interleaved;
  model::Languages languages = model::Languages::both;
};

/// The whole edition as one document.
Result<void> export_markdown(const model::Edition& edition, const MarkdownOptions& options,
                             ByteSink& sink, DiagnosticSink& diagnostics);

/// One day as a document of its own, with front matter; `day` indexes Edition::days.
Result<void> export_markdown_day(const model::Edition& edition, std::size_t day,
                                 const MarkdownOptions& options, ByteSink& sink,
                                 DiagnosticSink& diagnostics);

}  // namespace galpi::exporters
