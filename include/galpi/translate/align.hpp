// AnnotatedDigest → BilingualDigest: sentences, each with its translation where the memory has one.
#pragma once

#include "galpi/model/stages.hpp"
#include "galpi/translate/memory.hpp"

namespace galpi::translate {

/// The text of a sentence as memories hold it: inline math as `$…$`, references
/// to footnotes left out, everything else plain. Marked
/// code, math and links never have a sentence boundary inside them.
std::string segment_text(const model::Block& block, const model::Sentence& sentence);

/// Splits every block that holds prose. `memory` may be nullptr: sentences without translations.
model::BilingualDigest align(model::AnnotatedDigest annotated, const Memory* memory);

/// For stages that need no sentences: none are made.
model::BilingualDigest without_translation(model::AnnotatedDigest annotated);

}  // namespace galpi::translate
