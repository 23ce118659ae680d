#include "term_examples.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "blank_context.hpp"
#include "example_faults.hpp"
#include "field_text.hpp"
#include "names.hpp"
#include "sentences.hpp"

namespace galpi::exporters::anki {
namespace {

constexpr std::size_t usual_length = 120;  ///< code points; longer ones only when there is no other
constexpr std::size_t fair_length = 160;
constexpr std::size_t most_length = 200;
constexpr std::size_t least_length = 20;

/// What makes one sentence better than another: smaller is better, the earlier one wins.
using Score = std::tuple<bool, bool, bool, bool, bool>;

struct Candidate {
  Score score;
  TermExample example;
};

/// The ranges that name the concept within a sentence, glosses included, merged.
std::vector<text::ByteRange> ranges_to_blank(std::string_view text,
                                             std::vector<text::ByteRange> named) {
  for (text::ByteRange& range : named) range = with_gloss(text, range);
  std::ranges::sort(named);
  std::vector<text::ByteRange> merged;
  merged.reserve(named.size());
  for (const text::ByteRange& range : named) {
    if (!merged.empty() && range.start <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

/// What is left of `text` when the ranges are taken out.
std::string text_without(std::string_view text, const std::vector<text::ByteRange>& ranges) {
  std::string rest;
  std::size_t at = 0;
  for (const text::ByteRange& range : ranges) {
    rest += text.substr(at, range.start - at);
    rest += " … ";
    at = range.end;
  }
  return rest += text.substr(at);
}

bool stands_in_brackets(std::string_view text, text::ByteRange range) {
  return range.start > 0 && text[range.start - 1] == '(';
}

/// Whether an English name is part of a longer one: `Efficient Batch Reranking` is not about
/// reranking alone.
bool is_part_of_name(std::string_view text, text::ByteRange range) {
  const auto is_latin = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto joins = [](char c) { return c == ' ' || c == '-'; };
  if (!is_latin(text[range.start]) || !is_latin(text[range.end - 1])) return false;
  const bool before =
      range.start > 1 && joins(text[range.start - 1]) && is_latin(text[range.start - 2]);
  const bool after = range.end + std::size_t{1} < text.size() && joins(text[range.end]) &&
                     is_latin(text[range.end + 1]);
  return before || after;
}

class ExampleChooser {
 public:
  explicit ExampleChooser(const model::Edition& edition)
      : edition_(edition),
        best_(edition.glossary.concepts.size()),
        named_(edition.glossary.concepts.size()) {
    for (const model::Concept& term : edition.glossary.concepts) {
      owners_.emplace(squeezed(term.korean), &term);
    }
  }

  void consider(BookSentence sentence) {
    sentence.range.start += static_cast<std::uint32_t>(joint_length(sentence.text()));
    const std::uint32_t ordinal = sentence.block->ordinal;
    const auto& all = sentence.day->annotated.mentions;
    if (ordinal >= all.size() || !is_whole(sentence.text())) return;
    const std::size_t length = text::count_code_points(sentence.text());
    std::vector<model::Mention> here;
    for (const model::Mention& mention : all[ordinal]) {
      const bool inside =
          mention.start >= sentence.range.start && mention.end <= sentence.range.end;
      if (inside) here.push_back(mention);
    }
    std::ranges::sort(here, [](const model::Mention& a, const model::Mention& b) {
      return std::tie(a.concept_index, a.start) < std::tie(b.concept_index, b.start);
    });
    for (std::size_t i = 0; i < here.size();) {
      std::size_t end = i;
      while (end < here.size() && here[end].concept_index == here[i].concept_index) ++end;
      const auto mentions = std::span(here).subspan(i, end - i);
      note_names(sentence, mentions);
      const bool is_fit = length >= least_length && length <= most_length;
      if (is_fit && !is_beside_its_pair(here, mentions)) consider(sentence, length, mentions);
      i = end;
    }
  }

  std::vector<TermExample> take() {
    std::vector<TermExample> examples(best_.size());
    for (std::size_t i = 0; i < best_.size(); ++i) {
      if (auto& best = best_[i]) examples[i] = std::move(best->example);
      if (!named_[i].by_own) examples[i].only_as = named_[i].other;
    }
    return examples;
  }

 private:
  /// By which names the book calls a concept.
  struct Named {
    bool by_own = false;
    const model::Concept* other = nullptr;  ///< whose preferred name it was called by
  };

  const model::Concept* owner_of(std::string_view name, const model::Concept& term) const {
    const auto owner = owners_.find(squeezed(name));
    if (owner == owners_.end() || owner->second == &term) return nullptr;
    return squeezed(term.korean) == owner->first ? nullptr : owner->second;
  }

  static std::string_view name_at(const BookSentence& sentence, const model::Mention& mention) {
    return std::string_view(sentence.block->text)
        .substr(mention.start, mention.end - mention.start);
  }

  void note_names(const BookSentence& sentence, std::span<const model::Mention> mentions) {
    const std::uint32_t index = mentions.front().concept_index;
    for (const model::Mention& mention : mentions) {
      const auto* const owner =
          owner_of(name_at(sentence, mention), edition_.glossary.concepts[index]);
      if (owner == nullptr) {
        named_[index].by_own = true;
      } else {
        named_[index].other = owner;
      }
    }
  }

  /// Whether the paper is about another kind of the same thing, and no English name in the sentence
  /// says that the Korean one is not just a loose word for that.
  bool may_be_other_kind(const BookSentence& sentence,
                         std::span<const model::Mention> mentions) const {
    const bool is_sure = std::ranges::any_of(mentions, [](const model::Mention& mention) {
      return mention.form == model::MentionForm::english ||
             mention.form == model::MentionForm::abbreviation;
    });
    const auto& term = edition_.glossary.concepts[mentions.front().concept_index];
    return !is_sure && sentence.paper != nullptr &&
           is_about_other_kind(sentence.paper->title, term);
  }

  /// Whether the text around the names gives something away or needs the text around it.
  bool is_misleading(const BookSentence& sentence, std::span<const model::Mention> mentions) const {
    if (takes_up(sentence.text())) return true;
    if (may_be_other_kind(sentence, mentions)) return true;
    return std::ranges::any_of(mentions, [&](const model::Mention& mention) {
      const std::string_view before =
          std::string_view(sentence.block->text)
              .substr(sentence.range.start, mention.start - sentence.range.start);
      const std::string_view name = name_at(sentence, mention);
      const auto& term = edition_.glossary.concepts[mention.concept_index];
      return points_at_next(before) || counts_first_word(before, name) ||
             is_glossed_as_other(std::string_view(sentence.block->text).substr(mention.end),
                                 term) ||
             owner_of(name, term) != nullptr;
    });
  }

  /// Whether the sentence names a concept that the one asked for is taken for.
  bool is_beside_its_pair(std::span<const model::Mention> all,
                          std::span<const model::Mention> mentions) const {
    const std::uint32_t index = mentions.front().concept_index;
    const auto& concepts = edition_.glossary.concepts;
    return std::ranges::any_of(all, [&](const model::Mention& mention) {
      return mention.concept_index != index &&
             are_pair(concepts[mention.concept_index], concepts[index]);
    });
  }

  void consider(const BookSentence& sentence, std::size_t length,
                std::span<const model::Mention> mentions) {
    const std::uint32_t index = mentions.front().concept_index;
    if (std::ranges::any_of(mentions, &model::Mention::ambiguous)) return;
    const auto is_part = [&](const model::Mention& mention) {
      return is_part_of_name(sentence.block->text, {mention.start, mention.end});
    };
    if (std::ranges::any_of(mentions, is_part)) return;
    if (is_misleading(sentence, mentions)) return;
    const auto has = [&](model::MentionForm form) {
      return std::ranges::any_of(mentions, [&](const model::Mention& mention) {
        return mention.form == form &&
               !stands_in_brackets(sentence.block->text, {mention.start, mention.end});
      });
    };
    if (has(model::MentionForm::avoid)) return;
    const bool is_preferred = has(model::MentionForm::preferred);
    const bool is_variant = has(model::MentionForm::variant);
    const bool is_other = has(model::MentionForm::english) || has(model::MentionForm::abbreviation);
    if (!is_preferred && !is_variant && !is_other) return;
    const Score score = {length > fair_length, leans(sentence.text()), !is_preferred, !is_variant,
                         length > usual_length};
    std::optional<Candidate>& best = best_[index];
    if (best && best->score <= score) return;
    std::vector<text::ByteRange> named;
    named.reserve(mentions.size());
    for (const model::Mention& mention : mentions) named.push_back({mention.start, mention.end});
    if (auto example = make_example(sentence, edition_.glossary.concepts[index], named)) {
      best = Candidate{score, *std::move(example)};
    }
  }

  /// Nothing when a name would remain: in another spelling, or within a longer word.
  static std::optional<TermExample> make_example(const BookSentence& sentence,
                                                 const model::Concept& term,
                                                 const std::vector<text::ByteRange>& named) {
    const std::string_view text = sentence.block->text;
    const auto blanks = ranges_to_blank(text, named);
    for (const text::ByteRange& blank : blanks) {
      const bool inside = blank.start >= sentence.range.start && blank.end <= sentence.range.end;
      if (!inside || touches_atom(*sentence.block, blank)) return std::nullopt;
    }
    std::string rest = text_without(text.substr(0, sentence.range.end), blanks);
    rest.erase(0, sentence.range.start);
    const auto remains = [&](std::string_view name) { return contains_name(rest, name); };
    if (std::ranges::any_of(names_of(term), remains)) return std::nullopt;
    std::vector<Replacement> replacements;
    replacements.reserve(blanks.size());
    for (const text::ByteRange& blank : blanks) {
      replacements.push_back({blank, std::string(blank_html)});
      const std::string_view behind = text.substr(0, sentence.range.end).substr(blank.end);
      if (const auto change = particle_for(behind, term.korean)) {
        const std::uint32_t end = blank.end + static_cast<std::uint32_t>(change->length);
        replacements.push_back({{blank.end, end}, std::string(change->particle)});
      }
    }
    return TermExample{render_stretch(*sentence.block, sentence.range),
                       render_stretch(*sentence.block, sentence.range, replacements),
                       source_link(sentence), sentence.day->post().date, nullptr};
  }

  const model::Edition& edition_;
  std::vector<std::optional<Candidate>> best_;
  std::vector<Named> named_;
  std::unordered_map<std::string, const model::Concept*> owners_;  ///< by squeezed Korean name
};

}  // namespace

std::vector<std::string_view> names_of(const model::Concept& term) {
  std::vector<std::string_view> names = {term.english, term.korean};
  for (const auto* list :
       {&term.abbreviations, &term.variants, &term.english_variants, &term.avoid}) {
    names.insert(names.end(), list->begin(), list->end());
  }
  if (!term.reading.empty()) names.emplace_back(term.reading);
  return names;
}

std::vector<TermExample> choose_examples(const model::Edition& edition) {
  ExampleChooser chooser(edition);
  for_each_sentence(edition, [&](const BookSentence& sentence) { chooser.consider(sentence); });
  return chooser.take();
}

}  // namespace galpi::exporters::anki
