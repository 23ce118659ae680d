// The clauses of a Korean sentence that can stand as sentences of their own: a card asks about one
// thing, while digests join three with `…했으며,` and `…보이고,`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {

struct Clause {
  text::ByteRange range;  ///< bytes of the sentence
  std::string ending;     ///< what makes a sentence of it (`다.`, `였다.`); often nothing
  std::size_t first = 0;  ///< ordinal of its first part: from 1 on, the subject may stand before it
  std::size_t parts = 1;
  bool is_sentence = true;  ///< it is all of it
};

/// All runs of neighbouring parts, the whole sentence first, then by where they begin, longer ones
/// first. Without what ends a sentence that breaks off.
std::vector<Clause> clauses_of(std::string_view sentence);

}  // namespace galpi::exporters::anki
