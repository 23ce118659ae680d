#include "sentence_pairs.hpp"

#include <algorithm>

#include "translation_block.hpp"

namespace galpi::exporters::markdown {
namespace {

using model::Block;
using model::Mark;
using model::MarkType;
using model::Sentence;

bool is_within(const Mark& mark, const Sentence& sentence) {
  return mark.start >= sentence.start && mark.end <= sentence.end;
}

}  // namespace

const std::vector<Sentence>* Speaker::translated(const Block& block) const {
  if (block.ordinal >= day_.sentences.size()) return nullptr;
  const std::vector<Sentence>& sentences = day_.sentences[block.ordinal];
  const bool has_any = std::ranges::any_of(
      sentences, [](const Sentence& sentence) { return !sentence.translation.empty(); });
  return has_any ? &sentences : nullptr;
}

std::vector<Gloss> Speaker::glosses_of(const Block& block) const {
  std::vector<Gloss> glosses;
  if (block.ordinal >= day_.annotated.mentions.size()) return glosses;
  for (const model::Mention& mention : day_.annotated.mentions[block.ordinal]) {
    if (!mention.gloss || mention.concept_index >= glossary_.concepts.size() ||
        mention.end > block.text.size()) {
      continue;
    }
    // An ambiguous mention stands once per candidate; one name is enough.
    if (!glosses.empty() && glosses.back().offset >= mention.end) continue;
    glosses.push_back({mention.end, glossary_.concepts[mention.concept_index].english});
  }
  return glosses;
}

std::string Speaker::korean(const Block& block, InlinePlace place) const {
  const std::vector<Gloss> glosses = glosses_of(block);
  const auto size = static_cast<std::uint32_t>(block.text.size());
  return write_inlines(
      {block.text, block.marks, glosses, 0, size, footnotes_, place == InlinePlace::cell}, place);
}

std::string Speaker::english(const Block& block, InlinePlace place) const {
  const std::vector<Sentence>* const sentences = translated(block);
  if (sentences == nullptr) return korean(block, place);
  if (block.type == model::BlockType::image) return english_image(block, *sentences, place);
  std::string all;
  const bool is_one = sentences->size() == 1;
  for (SentenceWalk walk(*this, block, *sentences); !walk.is_done(); walk.advance()) {
    const InlinePlace here =
        all.empty() || place == InlinePlace::cell ? place : InlinePlace::continuation;
    const std::string references = walk.references();
    const InlineRest rest = !references.empty() ? InlineRest::markup
                            : is_one            ? InlineRest::nothing
                                                : InlineRest::text;
    const std::string one = walk.is_translated() ? walk.english(here, rest) + references
                                                 : walk.korean(here, InlineRest::text);
    if (!all.empty() && !one.empty()) all += ' ';
    all += one;
  }
  return all;
}

/// The image itself, with its text in English.
std::string Speaker::english_image(const Block& block, const std::vector<Sentence>& sentences,
                                   InlinePlace place) const {
  Block image;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    if (i > 0) image.text += ' ';
    image.text += sentence.translation.empty() ? slice(block, sentence.start, sentence.end)
                                               : std::string_view(sentence.translation);
  }
  const auto size = static_cast<std::uint32_t>(image.text.size());
  for (const Mark& mark : block.marks) {
    if (mark.type == MarkType::image) image.marks.push_back({mark.type, 0, size, mark.url});
  }
  return write_block_text(image, footnotes_, place);
}

SentenceWalk::SentenceWalk(const Speaker& speaker, const Block& block,
                           const std::vector<Sentence>& sentences)
    : block_(block),
      sentences_(sentences),
      footnotes_(speaker.footnotes()),
      glosses_(speaker.glosses_of(block)) {
  take_marks();
}

void SentenceWalk::advance() {
  ++index_;
  if (!is_done()) take_marks();
}

/// The white space up to the next sentence, and marks without text in it, belong to this one.
std::uint32_t SentenceWalk::from() const { return index_ == 0 ? 0 : sentences_[index_].start; }
std::uint32_t SentenceWalk::to() const {
  return index_ + 1 < sentences_.size() ? sentences_[index_ + 1].start
                                        : static_cast<std::uint32_t>(block_.text.size());
}

/// Marks nest, so few of them go on from one sentence to the next.
void SentenceWalk::take_marks() {
  std::erase_if(marks_, [&](const Mark& mark) { return mark.end <= from(); });
  const bool is_last = index_ + 1 == sentences_.size();
  while (next_mark_ < block_.marks.size() && (is_last || block_.marks[next_mark_].start < to())) {
    marks_.push_back(block_.marks[next_mark_++]);
  }
}

std::string SentenceWalk::korean(InlinePlace place, InlineRest rest) const {
  return write_inlines(
      {block_.text, marks_, glosses_, from(), to(), footnotes_, place == InlinePlace::cell}, place,
      rest);
}

std::string SentenceWalk::english(InlinePlace place, InlineRest rest) const {
  return write_block_text(translation_block(block_, sentences_[index_]), footnotes_, place, rest);
}

std::string SentenceWalk::references() const {
  std::string references;
  for (const Mark& mark : marks_) {
    const bool is_wanted = mark.type == MarkType::footnote || mark.type == MarkType::image;
    if (!is_wanted || !is_within(mark, sentences_[index_])) continue;
    Block reference;
    reference.text = slice(block_, mark.start, mark.end);
    const auto size = static_cast<std::uint32_t>(reference.text.size());
    reference.marks = {{mark.type, 0, size, mark.url}};
    if (mark.type == MarkType::image) references += ' ';
    references +=
        write_block_text(reference, footnotes_, InlinePlace::continuation, InlineRest::markup);
  }
  return references;
}

}  // namespace galpi::exporters::markdown
