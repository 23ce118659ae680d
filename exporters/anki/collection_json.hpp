// The JSON texts that describe note types and decks in a collection of schema 11.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace galpi::exporters::anki {

/// `modified` by FlashcardKind, in seconds.
std::string models_json(const std::array<std::int64_t, 3>& modified);
std::string decks_json(std::int64_t modified);

}  // namespace galpi::exporters::anki
