#include "gloss.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "brackets.hpp"
#include "form_key.hpp"
#include "tail.hpp"

namespace galpi::terms {
namespace {

// About thirty code points: the rest of a noun phrase.
constexpr std::uint32_t phrase_bytes = 90;

bool is_named_in_english(const model::Mention& mention) {
  return mention.form == model::MentionForm::english ||
         mention.form == model::MentionForm::abbreviation;
}

Symbol symbol_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return {};
  text::previous_code_point(text, offset);
  return read_symbol(text, offset);
}

bool is_hyphen(std::string_view text, std::size_t offset) {
  return text.substr(offset).starts_with('-') || text.substr(offset).starts_with("–");
}

/// 소형·대형 언어 모델, 데이터/텐서 병렬화: the name of one would stand for both.
bool shares_its_head(std::string_view text, const model::Mention& mention) {
  const std::string_view before = text.substr(0, mention.start);
  return (before.ends_with("·") || before.ends_with('/')) &&
         text.substr(mention.start, mention.end - mention.start).contains(' ');
}

bool ends_sentence(std::string_view between) {
  return between.contains(". ") || between.contains('\n');
}

/// Whether the words up to a bracket may be one noun phrase: no particle or conjunction parts them.
/// Nouns that end like a particle (평가, 효과) part them too, so that a gloss is shown that need
/// not be; telling them from 모델과 would take a dictionary.
bool is_one_phrase(std::string_view words) {
  static constexpr auto parting = std::to_array<std::string_view>(
      {"을", "를", "은", "는", "의", "에", "에서", "와", "과", "로", "이", "가", "고", "며"});
  static constexpr auto conjunctions =
      std::to_array<std::string_view>({"및", "또는", "혹은", "등"});
  if (words.find_first_of(",;:()/") != std::string_view::npos) return false;
  // 정책 정렬 기법 Fair Policy(FP): the bracket belongs to the Latin name before it.
  if (!words.empty() && words.back() >= 'a' && words.back() <= 'z') return false;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    const auto ends_word = [&](std::string_view end) { return word.ends_with(end); };
    if (std::ranges::any_of(parting, ends_word)) return false;
    if (std::ranges::find(conjunctions, word) != conjunctions.end()) return false;
  }
  return true;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether a bracket gives a name, not a number with a unit: two Latin letters side by side.
bool gives_latin_name(std::string_view inside) {
  return std::ranges::adjacent_find(inside, [](char left, char right) {
           return is_ascii_letter(left) && is_ascii_letter(right);
         }) != inside.end();
}

/// Whether a bracket begins as `english` does: (policy reward model) for policy. Five letters,
/// so that other forms of the word count as well: aligned, alignment.
bool begins_like(std::string_view inside, std::string_view english) {
  const std::string first = text::ascii_lower(english.substr(0, std::min(english.find(' '), 5UL)));
  return first.size() >= 4 && text::ascii_lower(inside).starts_with(first);
}

}  // namespace

GlossContext::GlossContext(std::string_view text, std::span<const model::Mention> mentions)
    : text_(text), mentions_(mentions), brackets_(bracketed_ranges(text)) {}

const text::ByteRange* GlossContext::bracket_around(std::uint32_t offset) const {
  const auto after = std::ranges::upper_bound(brackets_, offset, {}, &text::ByteRange::start);
  if (after == brackets_.begin()) return nullptr;
  const text::ByteRange& range = *(after - 1);
  return offset < range.end ? &range : nullptr;
}

bool GlossContext::author_wrote_bracket(std::size_t index) const {
  const model::Mention& mention = mentions_[index];
  if (start_of_bracket_text(text_, mention.end) != 0) return true;
  const std::size_t eojeol_end = end_of_hangul(text_, mention.end);
  if (eojeol_end < text_.size() && text_[eojeol_end] == '(') return true;
  for (const model::Mention& other : mentions_.subspan(index + 1)) {
    if (other.start > mention.end + 2 * phrase_bytes) break;
    if (other.concept_index != mention.concept_index || !is_named_in_english(other)) continue;
    const text::ByteRange* bracket = bracket_around(other.start);
    if (bracket == nullptr || bracket->start < mention.end) continue;
    const std::uint32_t gap = bracket->start - mention.end;
    if (gap <= phrase_bytes && !ends_sentence(text_.substr(mention.end, gap))) return true;
  }
  return false;
}

bool GlossContext::is_in_named_phrase(const model::Mention& mention,
                                      std::string_view english) const {
  const auto bracket =
      std::ranges::upper_bound(brackets_, mention.end, {}, &text::ByteRange::start);
  if (bracket == brackets_.end() || bracket->start - mention.end > phrase_bytes) return false;
  const std::string_view inside = text_.substr(
      bracket->start, std::min<std::size_t>(bracket->end - bracket->start, phrase_bytes));
  if (!gives_latin_name(inside)) return false;
  std::string_view words = text_.substr(mention.end, bracket->start - mention.end);
  words.remove_suffix(words.ends_with('(') ? 1 : 3);  // or （
  if (ends_sentence(words)) return false;
  return is_one_phrase(words) || begins_like(inside, english);
}

bool GlossContext::has_room(std::size_t index, std::string_view english) const {
  const model::Mention& mention = mentions_[index];
  if (bracket_around(mention.start) != nullptr) return false;
  const Symbol before = symbol_before(text_, mention.start);
  if (before.kind == SymbolClass::hangul || before.kind == SymbolClass::word) return false;
  if (mention.start > 0 && is_hyphen(text_, mention.start - 1)) return false;
  if (shares_its_head(text_, mention)) return false;
  if (mention.end >= text_.size()) return true;
  std::size_t offset = mention.end;
  if (is_hyphen(text_, offset)) return false;
  if (read_symbol(text_, offset).kind == SymbolClass::word) return false;
  const Tail tail = tail_after(text_.substr(mention.end));
  if (tail != Tail::none && tail != Tail::particle && tail != Tail::light_verb) return false;
  return !is_in_named_phrase(mention, english);
}

}  // namespace galpi::terms
