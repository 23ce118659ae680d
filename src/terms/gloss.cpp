#include "gloss.hpp"

#include <algorithm>

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

std::size_t end_of_hangul(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    std::size_t next = offset;
    if (read_symbol(text, next).kind != SymbolClass::hangul) break;
    offset = next;
  }
  return offset;
}

bool ends_sentence(std::string_view between) {
  return between.contains(". ") || between.contains('\n');
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

bool GlossContext::has_room(std::size_t index) const {
  const model::Mention& mention = mentions_[index];
  if (bracket_around(mention.start) != nullptr) return false;
  const Symbol before = symbol_before(text_, mention.start);
  if (before.kind == SymbolClass::hangul || before.kind == SymbolClass::word) return false;
  if (mention.start > 0 && is_hyphen(text_, mention.start - 1)) return false;
  if (mention.end >= text_.size()) return true;
  std::size_t offset = mention.end;
  if (is_hyphen(text_, offset)) return false;
  if (read_symbol(text_, offset).kind == SymbolClass::word) return false;
  const Tail tail = tail_after(text_.substr(mention.end));
  return tail == Tail::none || tail == Tail::particle || tail == Tail::light_verb;
}

}  // namespace galpi::terms
