#include "chapter_state.hpp"

#include "galpi/model/reading.hpp"

namespace galpi::exporters::epub {
ChapterState::ChapterState(const Book& the_book, std::size_t the_day, markup::XmlWriter& writer)
    : book(the_book),
      digest(the_book.edition.days[the_day]),
      day(the_day),
      xml(writer),
      linked(the_book.edition.glossary.concepts.size(), 0) {
  model::for_each_footnote(digest.post(), [&](const model::Block& item) {
    const std::string label = item.label.value_or("");
    footnotes.try_emplace(label, Footnote{footnote_id(label), footnotes.size() + 1, 0});
  });
}

void ChapterState::begin_part(std::string_view id) {
  part_id = id;
  ++part;
}

const std::vector<model::Mention>* ChapterState::mentions(const model::Block& block) const {
  return model::mentions_of(digest.annotated, block);
}

const std::vector<model::Sentence>* ChapterState::translations(const model::Block& block) const {
  if (book.options.languages == model::Languages::korean) return nullptr;
  return model::translations_of(digest, block);
}

std::string ChapterState::reference_id(std::uint32_t concept_index) const {
  return part_id + "-" + std::string(book.term_name(concept_index));
}

std::string ChapterState::note_id(std::uint32_t concept_index) const {
  return part_id + "-n" + std::string(book.term_name(concept_index));
}

void ChapterState::report(DiagnosticCode code, const model::Block& block, std::uint32_t offset,
                          std::string message) {
  SourceSpan span{digest.annotated.digest.file, model::position_in_source(block, offset)};
  diagnostics.report({code, std::move(span), std::move(message), "", ""});
}

}  // namespace galpi::exporters::epub
