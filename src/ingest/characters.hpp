// Which characters of a post are removed before anything reads it.
#pragma once

#include <cstdint>
#include <string_view>

namespace galpi::ingest {

enum class Stray : std::uint8_t { none, control, invisible };

/// Judges the character at byte `offset` of valid UTF-8 `text`; `previous` is the last character
/// that was kept (0 at the start). Joiners inside emoji sequences are not stray.
Stray stray_character(std::string_view text, std::size_t offset, char32_t previous);

/// The first byte at or after `at` with which a stray character could begin, or the size of `text`.
std::size_t find_possible_stray(std::string_view text, std::size_t at);

/// Whether `text` is ASCII without control characters, and so has nothing to clean or compose.
bool is_plain_ascii(std::string_view text);

}  // namespace galpi::ingest
