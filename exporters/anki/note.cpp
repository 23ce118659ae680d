#include "note.hpp"

#include <fmt/format.h>

#include "galpi/base/sha256.hpp"
#include "note_types.hpp"

namespace galpi::exporters::anki {

std::string guid_of(FlashcardKind kind, std::string_view stable_key) {
  constexpr std::size_t digits = 20;
  return sha256_hex(fmt::format("galpi/1|{}|{}", kind_name(kind), stable_key)).substr(0, digits);
}

std::vector<std::uint32_t> card_ordinals(FlashcardKind kind,
                                         const std::vector<std::string>& fields) {
  std::vector<std::uint32_t> ordinals;
  const auto templates = type_of(kind).templates;
  ordinals.reserve(templates.size());
  for (std::uint32_t i = 0; i < templates.size(); ++i) {
    if (!fields[templates[i].condition].empty()) ordinals.push_back(i);
  }
  return ordinals;
}

}  // namespace galpi::exporters::anki
