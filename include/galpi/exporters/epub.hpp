// EPUB 3.3 (https://www.w3.org/TR/epub-33/), reading well in EPUB 2 readers too.
#pragma once

#include <cstdint>

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::exporters {

/// How a term's first mention in a paper leads to the glossary.
enum class GlossStyle : std::uint8_t {
  glossref,  ///< a link with epub:type glossref
  noteref,   ///< a pop-up note in readers that have them
  both,      ///< a pop-up note whose text links to the glossary
};

struct EpubOptions {
  GlossStyle gloss_style = GlossStyle::glossref;
  model::Languages languages = model::Languages::both;  ///< `both` shows English where there is any
  unsigned jobs = 1;                                    ///< threads; the bytes do not depend on it
};

Result<void> export_epub(const model::Edition& edition, const EpubOptions& options, ByteSink& sink,
                         DiagnosticSink& diagnostics);

}  // namespace galpi::exporters
