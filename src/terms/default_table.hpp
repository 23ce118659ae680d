// The compiled-in glossary as constant data. The table itself is written at build time by
// compile_glossary.cpp from glossaries/*.yaml.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "galpi/model/concept.hpp"

namespace galpi::terms {

/// Names [first, first + count) of DefaultTable::names.
struct NameRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct ConceptRow {
  std::string_view id, english, korean, definition_korean, definition_english, reading,
      part_of_speech, domain, note, source;
  NameRange abbreviations, variants, english_variants, avoid, cues_near, cues_not, see_also;
  model::ConceptStatus status = model::ConceptStatus::approved;
  bool do_not_translate = false;
};

struct DefaultTable {
  std::span<const ConceptRow> concepts;
  std::span<const std::string_view> names;
};

DefaultTable default_table();

}  // namespace galpi::terms
