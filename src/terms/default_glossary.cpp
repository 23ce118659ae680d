#include "default_table.hpp"
#include "galpi/terms/glossary.hpp"

namespace galpi::terms {
namespace {

std::vector<std::string> names_of(const DefaultTable& table, NameRange range) {
  const auto names = table.names.subspan(range.first, range.count);
  return {names.begin(), names.end()};
}

}  // namespace

model::Glossary default_glossary() {
  const DefaultTable table = default_table();
  model::Glossary glossary;
  glossary.concepts.reserve(table.concepts.size());
  for (const ConceptRow& row : table.concepts) {
    glossary.concepts.push_back({.id = std::string(row.id),
                                 .english = std::string(row.english),
                                 .korean = std::string(row.korean),
                                 .abbreviations = names_of(table, row.abbreviations),
                                 .variants = names_of(table, row.variants),
                                 .english_variants = names_of(table, row.english_variants),
                                 .avoid = names_of(table, row.avoid),
                                 .definition_korean = std::string(row.definition_korean),
                                 .definition_english = std::string(row.definition_english),
                                 .reading = std::string(row.reading),
                                 .part_of_speech = std::string(row.part_of_speech),
                                 .status = row.status,
                                 .domain = std::string(row.domain),
                                 .cues_near = names_of(table, row.cues_near),
                                 .cues_not = names_of(table, row.cues_not),
                                 .do_not_translate = row.do_not_translate,
                                 .note = std::string(row.note),
                                 .source = std::string(row.source),
                                 .see_also = names_of(table, row.see_also)});
  }
  return glossary;
}

}  // namespace galpi::terms
