// A glossary file as read, with the place of each concept: for checks that name both sides.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/model/concept.hpp"
#include "source_lines.hpp"

namespace galpi::terms {

struct ParsedGlossary {
  model::Glossary glossary;
  std::vector<At> places;  ///< of each concept
};

/// As parse_glossary(), for text without a byte order mark whose lines are `lines`.
ParsedGlossary parse_concepts(std::string_view yaml, const SourceLines& lines,
                              FaultReporter& faults);

/// One name that belongs to several concepts.
struct SharedName {
  std::size_t first;   ///< the concept that has it first
  std::size_t second;  ///< the one where this is noticed
  std::string name;
  bool english = false;  ///< both are called so; else a form in text, and no cue tells them apart
};

/// Names that two concepts share: equal English names, and forms in text (however spaced and cased)
/// that neither concept has a cue for. Retired concepts and forms to avoid do not count against
/// proper ones. In order of `second`; each name once per concept.
std::vector<SharedName> find_shared_names(const model::Glossary& glossary);

}  // namespace galpi::terms
