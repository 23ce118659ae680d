// What makes a sentence a doubtful example of a term though it names it: it may use the word for
// something else, or teach the term beside the one it is taken for.
#pragma once

#include <string_view>

#include "galpi/model/concept.hpp"

namespace galpi::exporters::anki {

/// Whether the text right behind a name explains it by Latin words that are no name of the
/// concept: `등불(candle)` for *lamp*. A name in capitals may be one of its kind: `등불(LED-3)`.
bool is_glossed_as_other(std::string_view behind, const model::Concept& term);

/// Whether two concepts are told apart by the part before what their names share: *on-policy* and
/// *off-policy*, *encoder* and *decoder*, `전방 등` and `후방 등`.
bool are_pair(const model::Concept& one, const model::Concept& other);

/// Whether a paper's title speaks of another kind of what the term's English name ends with, and
/// not of the term: `Gas Lighting in Caves` for *oil lighting*.
bool is_about_other_kind(std::string_view title, const model::Concept& term);

}  // namespace galpi::exporters::anki
