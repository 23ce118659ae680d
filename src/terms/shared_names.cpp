#include <string>
#include <unordered_map>
#include <unordered_set>

#include "form_key.hpp"
#include "galpi/text/utf8.hpp"
#include "parsed_glossary.hpp"

namespace galpi::terms {
namespace {

using model::Concept;

bool has_cues(const Concept& entry) { return !entry.cues_near.empty() || !entry.cues_not.empty(); }

/// Collects shared forms of one kind: proper ones, or those to avoid.
class FormIndex {
 public:
  FormIndex(const model::Glossary& glossary, std::vector<SharedName>& shared)
      : glossary_(glossary), shared_(shared) {}

  void add(std::size_t index, const std::string& name) {
    const auto [owner, added] = owners_.emplace(key_of_form(name).symbols, index);
    if (added || owner->second == index) return;
    const Concept& first = glossary_.concepts[owner->second];
    if (has_cues(first) || has_cues(glossary_.concepts[index])) return;
    if (reported_.emplace(index).second) shared_.push_back({owner->second, index, name, false});
  }

 private:
  const model::Glossary& glossary_;
  std::vector<SharedName>& shared_;
  std::unordered_map<std::u16string, std::size_t> owners_;
  std::unordered_set<std::size_t> reported_;
};

}  // namespace

std::vector<SharedName> find_shared_names(const model::Glossary& glossary) {
  std::vector<SharedName> shared;
  std::unordered_map<std::string, std::size_t> english;
  FormIndex proper(glossary, shared);
  FormIndex avoided(glossary, shared);
  for (std::size_t index = 0; index < glossary.concepts.size(); ++index) {
    const Concept& entry = glossary.concepts[index];
    if (entry.status == model::ConceptStatus::retired) continue;
    const auto [owner, added] = english.emplace(text::ascii_lower(entry.english), index);
    if (!added) {
      shared.push_back({owner->second, index, entry.english, true});
      continue;  // their other names are shared for the same reason
    }
    proper.add(index, entry.korean);
    proper.add(index, entry.english);
    for (const auto& name : entry.variants) proper.add(index, name);
    for (const auto& name : entry.english_variants) proper.add(index, name);
    for (const auto& name : entry.abbreviations) proper.add(index, name);
    for (const auto& name : entry.avoid) avoided.add(index, name);
  }
  return shared;
}

}  // namespace galpi::terms
