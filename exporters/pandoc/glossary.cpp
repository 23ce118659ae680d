#include "glossary.hpp"

#include <string>

#include "day.hpp"
#include "inline_text.hpp"

namespace galpi::exporters::pandoc {
namespace {

void write_definition(const Book& book, NodeWriter& nodes, std::string_view text) {
  if (text.empty()) return;
  nodes.begin_list();
  nodes.open("Para");
  InlineList list(nodes);
  write_tagged_text(book, list, text);
  list.finish();
  nodes.close();
  nodes.end_list();
}

/// `large language model (LLM)`
std::string english_names(const model::Concept& term) {
  std::string names = term.english;
  for (const std::string& abbreviation : term.abbreviations) {
    names += &abbreviation == term.abbreviations.data() ? " (" : ", ";
    names += abbreviation;
  }
  if (!term.abbreviations.empty()) names += ')';
  return names;
}

// The English name is a definition, too: a term without any would be no item of the list.
void write_entry(const Book& book, NodeWriter& nodes, const model::Concept& term) {
  nodes.begin_list();
  nodes.begin_list();
  nodes.open("Span");
  nodes.attributes({term_id(term), {}, ""});
  nodes.begin_list();
  InlineList list(nodes);
  write_tagged_text(book, list, term.korean);
  list.finish();
  nodes.end_list();
  nodes.close();
  nodes.end_list();
  nodes.begin_list();
  write_definition(book, nodes, english_names(term));
  write_definition(book, nodes, term.definition_korean);
  write_definition(book, nodes, term.definition_english);
  nodes.end_list();
  nodes.end_list();
}

}  // namespace

void write_glossary(const Book& book, NodeWriter& nodes) {
  if (book.edition.terms.empty()) return;
  write_heading(book, nodes, 1, {"glossary", {"glossary"}, ""}, book.labels.glossary);
  nodes.open("DefinitionList");
  for (const model::TermUse& use : book.edition.terms) {
    if (use.concept_index >= book.edition.glossary.concepts.size()) continue;
    write_entry(book, nodes, book.edition.glossary.concepts[use.concept_index]);
  }
  nodes.close();
}

}  // namespace galpi::exporters::pandoc
