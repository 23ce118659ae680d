#include "term_notes.hpp"

#include "language.hpp"

namespace galpi::exporters::epub {
namespace {

void write_name(ChapterState& state, std::uint32_t index, const model::Concept& term) {
  markup::XmlWriter& xml = state.xml;
  if (state.book.options.gloss_style == GlossStyle::both) {
    xml.start("a");
    xml.attributes(R"(epub:type="glossref" role="doc-glossref")")
        .attribute("href", state.book.term_href(index));
  } else {
    xml.start("b");
  }
  write_tagged_content(xml, term.korean);
  xml.end();
  xml.text(" ");
  write_tagged_element(xml, "span", "", term.english);
}

// The way back comes first, for Kindle.
void write_note(ChapterState& state, std::uint32_t index) {
  const model::Concept& term = state.book.edition.glossary.concepts[index];
  markup::XmlWriter& xml = state.xml;
  const auto aside = xml.element("aside");
  xml.attributes(R"(class="footnote" epub:type="footnote" role="doc-footnote")")
      .attribute("id", state.note_id(index));
  const auto paragraph = xml.element("p");
  xml.start("a");
  xml.attribute("role", "doc-backlink")
      .attribute("href", {"#", state.reference_id(index)})
      .attribute("title", state.book.labels.back);
  xml.text("↑");
  xml.end();
  xml.text(" ");
  write_name(state, index, term);
  const bool take_english = state.book.labels.english || term.definition_korean.empty();
  const std::string& definition = take_english && !term.definition_english.empty()
                                      ? term.definition_english
                                      : term.definition_korean;
  if (!definition.empty()) {
    xml.text(" — ");
    write_tagged(xml, definition);
  }
}

}  // namespace

void write_term_notes(ChapterState& state) {
  for (const std::uint32_t index : state.pending_terms) {
    write_note(state, index);
    state.xml.line();
  }
  state.pending_terms.clear();
}

}  // namespace galpi::exporters::epub
