// Korean names that are only the English ones in Hangul: asking for the English gives it away.
#pragma once

#include <string_view>

namespace galpi::exporters::anki {

/// Whether every word of the Korean name sounds like a part of the English one, by the consonants
/// of both: `소프트맥스` and `softmax`, but not `스킵 연결` and `skip connection`.
bool is_transliteration(std::string_view korean, std::string_view english);

}  // namespace galpi::exporters::anki
