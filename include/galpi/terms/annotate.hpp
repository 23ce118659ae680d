// Digest → AnnotatedDigest: where the terms are and where their English names are to be shown.
#pragma once

#include <cstdint>

#include "galpi/base/diagnostic.hpp"
#include "galpi/model/stages.hpp"
#include "galpi/terms/matcher.hpp"

namespace galpi::terms {

/// When the English name of a term is added in brackets.
enum class GlossMode : std::uint8_t {
  none,
  first,  ///< at the first mention in each paper
  every,
};

struct AnnotateOptions {
  GlossMode gloss = GlossMode::first;
};

/// Never glosses where the author already wrote a bracket after the term or after the phrase that
/// holds it, nor (mode first) when the paper has named the concept in English before. Titles, code,
/// math and link targets are not looked at. Renderings that the glossary avoids are reported.
model::AnnotatedDigest annotate(model::Digest digest, const Matcher& matcher,
                                const model::Glossary& glossary, const AnnotateOptions& options,
                                DiagnosticSink& diagnostics);

}  // namespace galpi::terms
