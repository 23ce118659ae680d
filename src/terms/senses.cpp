#include "senses.hpp"

#include <algorithm>
#include <utility>

#include "form_key.hpp"

namespace galpi::terms {
namespace {

bool is_sentence_end(char c) { return c == '.' || c == '!' || c == '?'; }
bool is_space(char c) { return c == ' ' || c == '\n'; }

/// Whether a window ends at the byte `at`: it does not reach into another line or sentence.
bool is_boundary(std::string_view text, std::size_t at) {
  return text[at] == '\n' || (is_space(text[at]) && at > 0 && is_sentence_end(text[at - 1]));
}

/// Takes up to `reach` characters before `from` into the window. Returns where it starts.
std::size_t extend_left(std::string_view text, std::size_t from, int reach,
                        CharacterSet& characters) {
  for (int i = 0; i < reach && from > 0 && !is_boundary(text, from - 1); ++i) {
    from = characters.add_before(text, from);
  }
  return from;
}

/// Likewise for those from `from` on. Returns where the window ends.
std::size_t extend_right(std::string_view text, std::size_t from, int reach,
                         CharacterSet& characters) {
  for (int i = 0; i < reach && from < text.size() && !is_boundary(text, from); ++i) {
    from = characters.add_at(text, from);
  }
  return from;
}

SymbolClass class_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return SymbolClass::other;
  text::previous_code_point(text, offset);
  return read_symbol(text, offset).kind;
}

SymbolClass class_after(std::string_view text, std::size_t offset) {
  return offset < text.size() ? read_symbol(text, offset).kind : SymbolClass::other;
}

/// 미세 조정 is a name of 미세조정 as well.
std::string without_spaces(std::string_view text) {
  std::string solid(text);
  std::erase(solid, ' ');
  return solid;
}

/// Latin cues are whole words; a cue of one syllable starts an eojeol (층, not 고층).
bool stands_free(std::string_view text, std::size_t start, std::size_t end) {
  std::size_t offset = start;
  const SymbolClass first = read_symbol(text, offset).kind;
  const bool single = offset == end;
  if (first == SymbolClass::hangul) {
    return !single || class_before(text, start) != SymbolClass::hangul;
  }
  if (first != SymbolClass::word) return true;
  return class_before(text, start) != SymbolClass::word &&
         (class_before(text, end) != SymbolClass::word ||
          class_after(text, end) != SymbolClass::word);
}

}  // namespace

CueWindow::CueWindow(std::string_view text, text::ByteRange mention, int reach) {
  CharacterSet characters;
  characters.add_all(text.substr(mention.start, mention.end - mention.start));
  const std::size_t start = extend_left(text, mention.start, reach, characters);
  const std::size_t end = extend_right(text, mention.end, reach, characters);
  characters_ = characters;
  mention_start_ = mention.start - start;
  mention_end_ = mention.end - start;
  folded_ = text.substr(start, end - start);
  for (char& c : folded_) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

bool CueWindow::stands_in_text(const Cue& cue) const {
  const std::size_t length = cue.folded.size();
  std::size_t from = 0;
  std::string_view searched = folded_;
  if (cue.at_mention) {  // only where it overlaps the mention
    from = mention_start_ - std::min(mention_start_, length - 1);
    searched = searched.substr(0, mention_end_ + length - 1);
  }
  for (std::size_t at = searched.find(cue.folded, from); at != std::string_view::npos;
       at = searched.find(cue.folded, at + 1)) {
    const std::size_t end = at + length;
    if (at >= mention_start_ && end <= mention_end_) continue;  // the mention itself
    const bool overlaps = at < mention_end_ && end > mention_start_;
    if (overlaps || stands_free(folded_, at, end)) return true;
  }
  return false;
}

std::vector<Cue> Senses::fold(const model::Concept& owner, const std::vector<std::string>& cues) {
  std::vector<Cue> folded;
  for (const std::string& cue : cues) {
    const std::string solid = without_spaces(cue);
    const auto holds = [&](const std::string& name) {
      return solid.contains(without_spaces(name));
    };
    Cue& added = folded.emplace_back();
    added.folded = text::ascii_lower(cue);
    added.characters.add_all(added.folded);
    added.at_mention = holds(owner.korean) || std::ranges::any_of(owner.variants, holds) ||
                       std::ranges::any_of(owner.avoid, holds);
  }
  return folded;
}

Senses::Senses(const model::Glossary& glossary) {
  cues_.reserve(glossary.concepts.size());
  for (const model::Concept& owner : glossary.concepts) {
    Cues& cues =
        cues_.emplace_back(Cues{fold(owner, owner.cues_near), fold(owner, owner.cues_not), 0});
    for (const Cue& cue : cues.against) {
      const int length = static_cast<int>(text::count_code_points(cue.folded));
      cues.reach_against =
          std::max(cues.reach_against, cue.at_mention ? std::min(length, CueWindow::full_reach)
                                                      : CueWindow::full_reach);
    }
  }
}

bool Senses::rules_out(std::uint32_t concept_index, const CueWindow& window) const {
  return std::ranges::any_of(cues_[concept_index].against,
                             [&](const Cue& cue) { return window.contains(cue); });
}

Sense Senses::judge(std::uint32_t concept_index, const CueWindow& window) const {
  if (rules_out(concept_index, window)) return Sense::against;
  const bool likely = std::ranges::any_of(cues_[concept_index].near,
                                          [&](const Cue& cue) { return window.contains(cue); });
  return likely ? Sense::likely : Sense::open;
}

}  // namespace galpi::terms
