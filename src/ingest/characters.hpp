// Which characters of a post are removed before anything reads it.
#pragma once

#include <cstdint>
#include <string_view>

namespace galpi::ingest {

enum class Stray : std::uint8_t { none, control, invisible };

/// Judges the character at byte `offset` of valid UTF-8 `text`; `previous` is the last character
/// that was kept (0 at the start). Joiners inside emoji sequences are not stray.
Stray stray_character(std::string_view text, std::size_t offset, char32_t previous);

}  // namespace galpi::ingest
