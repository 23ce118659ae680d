// Looking for one of a few ASCII characters in UTF-8 text, a character at a time: Hangul takes one
// look-up for its three bytes.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace galpi::ingest {

/// By first byte: how far it is to the next character; 0 for those that are looked for.
using ByteSteps = std::array<std::uint8_t, 256>;

constexpr ByteSteps make_byte_steps(std::string_view wanted) {
  ByteSteps steps{};
  for (std::size_t byte = 0; byte < steps.size(); ++byte) {
    steps[byte] = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
  }
  for (const char c : wanted) steps[static_cast<unsigned char>(c)] = 0;
  return steps;
}

/// The first wanted byte of `text` at or after `at`, which is the start of a character, or its
/// size.
inline std::size_t find_by_steps(std::string_view text, std::size_t at, const ByteSteps& steps) {
  const std::size_t size = text.size();
  while (at < size) {
    const std::uint8_t step = steps[static_cast<unsigned char>(text[at])];
    if (step == 0) return at;
    at += step;
  }
  return size;
}

}  // namespace galpi::ingest
