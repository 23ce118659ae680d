// Runs of Latin text inside Korean, so that outputs can say which language a run is in.
#pragma once

#include <string_view>
#include <vector>

#include "galpi/text/utf8.hpp"

namespace galpi::text {

/// Maximal runs of English-looking text: they start and end with a Latin letter or a digit that
/// touches one, hold at least one Latin letter, and may go on over spaces, ASCII punctuation and
/// digits between Latin words ("Low-Rank Adaptation (LoRA) v2.0"), but never over Hangul. Runs of
/// a single letter with no Latin neighbour ("A와") count too. Every Latin letter of `text` is in
/// exactly one run. Sorted.
std::vector<ByteRange> latin_runs(std::string_view text);

}  // namespace galpi::text
