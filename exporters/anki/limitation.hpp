// Which limitations a card may ask for: said in one breath, of this paper, and of something.
#pragma once

#include <cstddef>
#include <expected>
#include <string_view>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {

/// How much there is to read: what stands in brackets (glosses, short forms) is not counted.
std::size_t length_outside_brackets(std::string_view text);

/// The stretch of a sentence that answers what the limitation is, in at most `most` characters, or
/// why there is none.
std::expected<text::ByteRange, std::string_view> limitation_stretch(std::string_view sentence,
                                                                    std::size_t most);

/// The Latin name that the sentence is about (`LAMP는`, `LAMP에서의`), if there is one.
std::string_view latin_topic(std::string_view sentence);

}  // namespace galpi::exporters::anki
