#include "sentence_pairs.hpp"

#include <algorithm>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::markdown {
namespace {

using model::Block;
using model::Mark;
using model::MarkType;
using model::Sentence;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool is_within(const Mark& mark, const Sentence& sentence) {
  return mark.start >= sentence.start && mark.end <= sentence.end;
}

/// The dollar that closes a formula begun at `open`, or npos (pandoc's rule).
std::size_t formula_end(std::string_view text, std::size_t open) {
  if (open + 1 >= text.size() || is_space(text[open + 1])) return std::string_view::npos;
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '$') {
      return i == open + 1 || is_space(text[i - 1]) ? std::string_view::npos : i;
    }
  }
  return std::string_view::npos;
}

/// Memories hold inline formulas as `$…$`. A dollar in a sentence without formulas is money.
void read_formulas(Block& english, std::string_view translation) {
  std::size_t copied = 0;
  for (std::size_t at = 0; (at = translation.find('$', at)) != std::string_view::npos;) {
    const std::size_t end = formula_end(translation, at);
    if (end == std::string_view::npos) {
      ++at;
      continue;
    }
    english.text.append(translation.substr(copied, at - copied));
    const auto start = static_cast<std::uint32_t>(english.text.size());
    english.text.append(translation.substr(at + 1, end - at - 1));
    english.marks.push_back(
        {MarkType::math, start, static_cast<std::uint32_t>(english.text.size()), {}});
    at = copied = end + 1;
  }
  english.text.append(translation.substr(copied));
}

bool is_word_at(std::string_view text, std::size_t start, std::size_t end) {
  std::size_t before = start;
  std::size_t after = end;
  const bool goes_on_before =
      start > 0 && text::is_letter_or_digit(text::previous_code_point(text, before));
  const bool goes_on_after =
      end < text.size() && text::is_letter_or_digit(text::next_code_point(text, after));
  return !goes_on_before && !goes_on_after;
}

/// Gives the translation the mark of the original if its words stand there exactly once.
void carry_mark(const Block& block, const Mark& mark, Block& english) {
  const bool is_wanted = mark.type == MarkType::link || mark.type == MarkType::code ||
                         mark.type == MarkType::strong || mark.type == MarkType::emphasis;
  const std::string_view words =
      std::string_view(block.text).substr(mark.start, mark.end - mark.start);
  if (!is_wanted || words.size() < 2) return;
  const std::size_t at = english.text.find(words);
  if (at == std::string::npos || english.text.find(words, at + 1) != std::string::npos) return;
  const std::size_t end = at + words.size();
  const bool overlaps = std::ranges::any_of(
      english.marks, [&](const Mark& other) { return other.start < end && other.end > at; });
  if (overlaps || !is_word_at(english.text, at, end)) return;
  english.marks.push_back(
      {mark.type, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), mark.url});
}

/// Beyond this many marks nothing is carried over: searching for all of them is quadratic.
constexpr std::size_t most_carried = 64;

}  // namespace

Block translation_block(const Block& block, const Sentence& sentence) {
  Block english;
  std::string translation = sentence.translation;
  std::ranges::replace(translation, '\n', ' ');
  const bool has_formula = std::ranges::any_of(block.marks, [&](const Mark& mark) {
    return mark.type == MarkType::math && is_within(mark, sentence);
  });
  if (has_formula) {
    read_formulas(english, translation);
  } else {
    english.text = std::move(translation);
  }
  const auto first = std::ranges::lower_bound(block.marks, sentence.start, {}, &Mark::start);
  std::size_t tried = 0;
  for (auto mark = first; mark != block.marks.end() && mark->start < sentence.end; ++mark) {
    if (++tried > most_carried) break;
    if (is_within(*mark, sentence)) carry_mark(block, *mark, english);
  }
  std::ranges::stable_sort(english.marks, {}, &Mark::start);
  return english;
}

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
  return write_inlines({block, 0, size, glosses, footnotes_, place == InlinePlace::cell}, place);
}

std::string Speaker::korean(const Block& block, const std::vector<Sentence>& sentences,
                            std::size_t index, InlinePlace place) const {
  const std::vector<Gloss> glosses = glosses_of(block);
  const std::uint32_t from = index == 0 ? 0 : sentences[index].start;
  const std::uint32_t to = index + 1 < sentences.size()
                               ? sentences[index + 1].start
                               : static_cast<std::uint32_t>(block.text.size());
  return write_inlines({block, from, to, glosses, footnotes_, place == InlinePlace::cell}, place);
}

std::string Speaker::english(const Block& block, const Sentence& sentence,
                             InlinePlace place) const {
  const Block english = translation_block(block, sentence);
  const std::vector<Gloss> no_glosses;
  const auto size = static_cast<std::uint32_t>(english.text.size());
  return write_inlines({english, 0, size, no_glosses, footnotes_, place == InlinePlace::cell},
                       place);
}

/// What a translation cannot show: references to footnotes, and images.
std::string Speaker::references_in(const Block& block, const Sentence& sentence) const {
  std::string references;
  const std::vector<Gloss> no_glosses;
  const auto first = std::ranges::lower_bound(block.marks, sentence.start, {}, &Mark::start);
  for (auto mark = first; mark != block.marks.end() && mark->start <= sentence.end; ++mark) {
    const bool is_wanted = mark->type == MarkType::footnote || mark->type == MarkType::image;
    if (!is_wanted || !is_within(*mark, sentence)) continue;
    Block reference;
    reference.text = block.text.substr(mark->start, mark->end - mark->start);
    const auto size = static_cast<std::uint32_t>(reference.text.size());
    reference.marks = {{mark->type, 0, size, mark->url}};
    if (mark->type == MarkType::image) references += ' ';
    references += write_inlines({reference, 0, size, no_glosses, footnotes_},
                                InlinePlace::continuation, false);
  }
  return references;
}

/// The image itself, with its text in English.
std::string Speaker::english_image(const Block& block, const std::vector<Sentence>& sentences,
                                   InlinePlace place) const {
  Block image;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    if (i > 0) image.text += ' ';
    image.text += sentence.translation.empty()
                      ? block.text.substr(sentence.start, sentence.end - sentence.start)
                      : sentence.translation;
  }
  const auto size = static_cast<std::uint32_t>(image.text.size());
  for (const Mark& mark : block.marks) {
    if (mark.type == MarkType::image) image.marks.push_back({mark.type, 0, size, mark.url});
  }
  const std::vector<Gloss> no_glosses;
  return write_inlines({image, 0, size, no_glosses, footnotes_}, place);
}

std::string Speaker::english(const Block& block, InlinePlace place) const {
  const std::vector<Sentence>* const sentences = translated(block);
  if (sentences == nullptr) return korean(block, place);
  if (block.type == model::BlockType::image) return english_image(block, *sentences, place);
  std::string all;
  for (std::size_t i = 0; i < sentences->size(); ++i) {
    const Sentence& sentence = (*sentences)[i];
    const InlinePlace here =
        all.empty() || place == InlinePlace::cell ? place : InlinePlace::continuation;
    std::string one = sentence.translation.empty()
                          ? korean(block, *sentences, i, here)
                          : english(block, sentence, here) + references_in(block, sentence);
    if (!all.empty() && !one.empty()) all += ' ';
    all += one;
  }
  return all;
}

}  // namespace galpi::exporters::markdown
