// The glossary as data: concepts and their names in both languages. The words map to TBX-Basic
// (ISO 30042); reading and checking the YAML form is the job of terms/glossary.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace galpi::model {

enum class ConceptStatus : std::uint8_t { approved, proposed, retired };

struct Concept {
  std::string id;       ///< stable ASCII slug; made from `english` when not given
  std::string english;  ///< preferred English name
  std::string korean;   ///< preferred Korean name
  std::vector<std::string> abbreviations;
  std::vector<std::string> variants;  ///< admitted renderings, any script
  std::vector<std::string> english_variants;
  std::vector<std::string> avoid;  ///< renderings to report and replace
  std::string definition_korean;
  std::string definition_english;
  std::string reading;  ///< how an acronym is read aloud: 클립
  std::string part_of_speech;
  ConceptStatus status = ConceptStatus::approved;
  std::string domain;
  std::vector<std::string> cues_near;  ///< words that speak for this concept
  std::vector<std::string> cues_not;   ///< words that speak against it
  bool do_not_translate = false;
  std::string note;
  std::string source;
  std::vector<std::string> see_also;  ///< ids

  bool operator==(const Concept&) const = default;
};

struct Glossary {
  std::vector<Concept> concepts;  ///< in the order of the files; ids are unique
};

}  // namespace galpi::model
