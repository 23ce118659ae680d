#include "glossary_page.hpp"

#include "language.hpp"
#include "page.hpp"

namespace galpi::exporters::epub {
namespace {

// A name after the first is set off by a comma; the names of one term are one line.
void write_names(markup::XmlWriter& xml, const model::Concept& term) {
  const auto name = xml.element("dt");
  xml.attribute("id", term_id(term));
  write_tagged_element(xml, "dfn", "", term.korean);
  if (term.english != term.korean) {
    xml.text(" ");
    write_tagged_element(xml, "span", "english", term.english);
  }
  const char* separator = " (";
  for (const std::string& abbreviation : term.abbreviations) {
    xml.text(separator);
    separator = ", ";
    write_tagged_element(xml, "abbr", "", abbreviation);
  }
  if (!term.abbreviations.empty()) xml.text(")");
}

void write_entry(markup::XmlWriter& xml, const Book& book, const model::TermUse& use) {
  const model::Concept& term = book.edition.glossary.concepts[use.concept_index];
  write_names(xml, term);
  xml.line();
  if (!term.definition_korean.empty()) {
    write_tagged_element(xml, "dd", "", term.definition_korean);
    xml.line();
  }
  if (!term.definition_english.empty()) {
    write_tagged_element(xml, "dd", "", term.definition_english);
    xml.line();
  }
  xml.start("dd");
  xml.attributes(R"(class="places")");
  write_tagged(xml, book.labels.used_in);
  xml.text(" ");
  write_places(xml, book, use.places, glossary_places_shown);
  xml.end();
  xml.line();
}

void write_group(markup::XmlWriter& xml, const Book& book, const Group& group) {
  const auto list = xml.element("dl");
  xml.attribute("class", "glossary");
  xml.line();
  for (const std::size_t entry : group.entries) write_entry(xml, book, book.edition.terms[entry]);
}

void write_page(markup::XmlWriter& xml, const Book& book, std::size_t page) {
  const Page frame(xml, book.labels.glossary, "");
  const auto section = xml.element("section");
  xml.attribute("epub:type", "glossary").attribute("role", "doc-glossary");
  write_groups(xml, book.labels.glossary, book.glossary, page, book.labels,
               [&](const Group& group) { write_group(xml, book, group); });
}

}  // namespace

std::string render_glossary_page(const Book& book, std::size_t page) {
  std::string target;
  markup::XmlWriter xml(target);
  write_page(xml, book, page);
  return target;
}

}  // namespace galpi::exporters::epub
