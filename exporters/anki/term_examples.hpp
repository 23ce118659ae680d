// For each concept the sentence of the book that shows it best.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "galpi/model/edition.hpp"

namespace galpi::exporters::anki {

struct TermExample {
  std::string html;    ///< the sentence; empty: there is none
  std::string masked;  ///< the same with every name of the concept left blank
  std::string source;  ///< the paper it stands in
  Date day;            ///< of the post it stands in
  /// No place of the book calls the concept by a name that is not another's preferred one.
  const model::Concept* only_as = nullptr;
};

/// By concept index; as many as the glossary has concepts.
std::vector<TermExample> choose_examples(const model::Edition& edition);

/// Every name of a concept, in both languages.
std::vector<std::string_view> names_of(const model::Concept& term);

}  // namespace galpi::exporters::anki
