#include "chapter_state.hpp"

#include <algorithm>

namespace galpi::exporters::epub {
namespace {

void find_footnotes(const std::vector<model::Block>& blocks,
                    std::unordered_map<std::string, Footnote>& footnotes) {
  for (const model::Block& block : blocks) {
    if (block.type == model::BlockType::list && block.label == "footnotes") {
      for (const model::Block& item : block.children) {
        const std::string label = item.label.value_or("");
        footnotes.try_emplace(label, Footnote{footnote_id(label), footnotes.size() + 1, 0});
      }
    } else if (!block.children.empty()) {
      find_footnotes(block.children, footnotes);
    }
  }
}

}  // namespace

ChapterState::ChapterState(const Book& the_book, std::size_t the_day, markup::XmlWriter& writer)
    : book(the_book),
      digest(the_book.edition.days[the_day]),
      day(the_day),
      xml(writer),
      linked(the_book.edition.glossary.concepts.size(), 0) {
  const model::Post& post = digest.post();
  for (const model::Section& section : post.sections) find_footnotes(section.blocks, footnotes);
  for (const model::Paper& paper : post.papers) {
    for (const model::Section& section : paper.sections) find_footnotes(section.blocks, footnotes);
  }
}

void ChapterState::begin_part(std::string_view id) {
  part_id = id;
  ++part;
}

const std::vector<model::Mention>* ChapterState::mentions(const model::Block& block) const {
  const auto& all = digest.annotated.mentions;
  return block.ordinal < all.size() && !all[block.ordinal].empty() ? &all[block.ordinal] : nullptr;
}

const std::vector<model::Sentence>* ChapterState::translations(const model::Block& block) const {
  const auto& all = digest.sentences;
  if (book.options.languages == model::Languages::korean || block.ordinal >= all.size()) {
    return nullptr;
  }
  const std::vector<model::Sentence>& sentences = all[block.ordinal];
  const bool any = std::ranges::any_of(
      sentences, [](const model::Sentence& sentence) { return !sentence.translation.empty(); });
  return any ? &sentences : nullptr;
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

std::string_view footnote_label(std::string_view url) {
  constexpr std::string_view prefix = "#fn-";
  return url.starts_with(prefix) ? url.substr(prefix.size()) : std::string_view();
}

}  // namespace galpi::exporters::epub
