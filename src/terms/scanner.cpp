#include "scanner.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "brackets.hpp"
#include "degree.hpp"
#include "galpi/text/particles.hpp"
#include "tail.hpp"

namespace galpi::terms {
namespace {

// 보상모델학습: how many terms may be joined before the search for a proper end is given up.
constexpr int joined_at_most = 3;

/// Whether the letters of two stretches with the same key have the same case.
bool same_case(std::string_view surface, std::string_view written) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  auto other = written.begin();
  for (const char c : surface) {
    if (!is_letter(c)) continue;
    other = std::find_if(other, written.end(), is_letter);
    if (other == written.end() || *other != c) return false;
    ++other;
  }
  return true;
}

bool continues_word(Symbol symbol) {
  return symbol.kind == SymbolClass::word || symbol.label == u'_';
}

/// What technical Korean writes before a term without a space, chosen by its first syllable. The
/// negations 비, 무, 미 and the 준 of 준지도 are not here: with them it is another concept.
std::span<const std::string_view> prefixes_from(char16_t first) {
  static constexpr std::array<std::string_view, 1> self = {"자기"};
  static constexpr std::array<std::string_view, 1> cross = {"교차"};
  static constexpr std::array<std::string_view, 2> multi = {"다중헤드", "다중"};
  static constexpr std::array<std::string_view, 1> cross_sound = {"크로스"};
  static constexpr std::array<std::string_view, 1> self_sound = {"셀프"};
  static constexpr std::array<std::string_view, 2> multi_sound = {"멀티헤드", "멀티"};
  static constexpr std::array<std::string_view, 1> again = {"재"};
  static constexpr std::array<std::string_view, 1> ultra = {"초"};
  switch (first) {
    case u'자':
      return self;
    case u'교':
      return cross;
    case u'다':
      return multi;
    case u'크':
      return cross_sound;
    case u'셀':
      return self_sound;
    case u'멀':
      return multi_sound;
    case u'재':
      return again;
    case u'초':
      return ultra;
    default:
      return {};
  }
}

}  // namespace

/// Nearly every word starts no term: what is done until that is known is what a scan costs.
void Scanner::scan(std::size_t start, std::size_t end) {
  start_ = start;
  scanned_ = text_.substr(0, end);
  for (std::size_t offset = start; offset < end;) {
    std::size_t after = offset;
    const Symbol first = read_symbol(text_, after);
    const bool hangul = first.kind == SymbolClass::hangul;
    if (!hangul && first.kind != SymbolClass::word) {
      offset = first.label == u'_' ? skip_word(after) : after;
      continue;
    }
    Candidates found;
    walk_on(trie_.start(first.label), first.kind, after, found);
    std::size_t found_end = 0;
    if (found.count != 0) {
      found_end = emit_chain(offset, found, hangul ? left_edge_at(offset) : LeftEdge::free);
    }
    if (hangul) {
      if (found_end == 0) found_end = emit_after_prefix(offset, first.label);
      offset = end_of_hangul(scanned_, found_end == 0 ? after : found_end);
    } else {
      offset = found_end == 0 ? skip_word(after) : found_end;
    }
  }
}

/// One of the terms found at `start` and those joined to it. Returns the end of the last one, or 0.
std::size_t Scanner::emit_chain(std::size_t start, const Candidates& found, LeftEdge left) {
  Match match = emit_longest(start, found, left);
  std::size_t end = match.end;
  while (match.joined) {
    match = emit_longest(match.end, walk(match.end), LeftEdge::after_term);
    if (match.end != 0) end = match.end;
  }
  return end;
}

inline std::size_t Scanner::emit_after_prefix(std::size_t start, char16_t first) {
  const std::span prefixes = prefixes_from(first);
  if (prefixes.empty() || left_edge_at(start) != LeftEdge::free) return 0;  // nearly always
  for (const std::string_view prefix : prefixes) {
    std::size_t after = start + prefix.size();
    if (!rest(start).starts_with(prefix) || after >= scanned_.size()) continue;
    const std::size_t term = after;
    if (read_symbol(text_, after).kind != SymbolClass::hangul) continue;
    const std::size_t end = emit_chain(term, walk(term), LeftEdge::after_prefix);
    if (end != 0) return end;
  }
  return 0;
}

/// Emits the longest term of those found at `start` that some concept claims.
Scanner::Match Scanner::emit_longest(std::size_t start, const Candidates& found, LeftEdge left) {
  if (left == LeftEdge::after_word &&
      text::particle_length(rest(start)) != std::string_view::npos) {
    return {};
  }
  for (std::size_t i = found.count; i-- > 0;) {
    Match match;
    if (judge(start, found.items[i], left, joined_at_most, match) && emit(start, match, left)) {
      return match;
    }
  }
  return {};
}

bool Scanner::emit(std::size_t start, const Match& match, LeftEdge left) {
  const FormTrie::Node node = match.candidate.node;
  const std::span forms(trie_.forms_begin(node), trie_.forms_end(node));
  const text::ByteRange range{static_cast<std::uint32_t>(start),
                              static_cast<std::uint32_t>(match.end)};
  if (forms.size() == 1 && !forms[0].needs_context) {  // nearly always; judge() saw that it fits
    mentions_.push_back({range.start, range.end, forms[0].concept_index, forms[0].role});
    return true;
  }
  const std::string_view surface = text_.substr(start, match.candidate.end - start);
  Claims claims;
  for (const Form& form : forms) {
    if (!form_fits(start, match.candidate, form, left)) continue;
    claims.add(form, trie_.written(form) == surface);
  }
  if (claims.needs_context()) {
    collect_names_in_bracket(match.end, claims);
    collect_name_before_bracket(start, claims);
  }
  return claims.settle(senses_, text_, range, mentions_);
}

Scanner::Candidates Scanner::walk(std::size_t start) const {
  Candidates found;
  const Symbol first = read_symbol(text_, start);
  walk_on(trie_.start(first.label), first.kind, start, found);
  return found;
}

/// Walks on from the node of a first symbol, if there is one. `last`: the kind of that symbol;
/// `offset`: its end.
inline void Scanner::walk_on(FormTrie::Node node, SymbolClass last, std::size_t offset,
                             Candidates& found) const {
  const std::string_view text = scanned_;
  std::uint64_t separators = 0;
  for (unsigned index = 1; node != FormTrie::none; ++index) {
    if (trie_.ends_form(node)) found.add({node, last, offset, separators});
    Symbol symbol;
    bool separated = false;
    while (true) {
      if (offset >= text.size()) return;
      symbol = read_symbol(text, offset);
      if (symbol.kind != SymbolClass::separator) break;
      if (separated) return;  // two of them
      separated = true;
    }
    if (separated) {
      if (separator_counts(last, symbol.kind)) {
        node = trie_.child(node, u' ');
        if (node == FormTrie::none) return;
        ++index;
      } else if (index < 64) {
        separators |= std::uint64_t{1} << index;
      }
    }
    node = trie_.child(node, symbol.label);
    last = symbol.kind;
  }
}

bool Scanner::judge(std::size_t start, const Candidate& candidate, LeftEdge left, int depth,
                    Match& match) const {
  const Form* first = trie_.forms_begin(candidate.node);
  const bool fits = std::any_of(first, trie_.forms_end(candidate.node), [&](const Form& form) {
    return form_fits(start, candidate, form, left);
  });
  if (!fits) return false;
  match = {candidate, candidate.end, false};
  switch (candidate.last) {
    case SymbolClass::hangul:
      return judge_hangul_end(candidate, depth, match);
    case SymbolClass::word:
      return judge_word_end(candidate, match);
    case SymbolClass::separator:
    case SymbolClass::other:
      break;
  }
  return true;
}

bool Scanner::form_fits(std::size_t start, const Candidate& candidate, const Form& form,
                        LeftEdge left) const {
  if ((candidate.separators & ~form.joints) != 0) return false;
  if (form.single && (left == LeftEdge::after_prefix || left == LeftEdge::after_term)) return false;
  if (form.ism && left == LeftEdge::after_term) return false;
  if (form.adjectival && (ends_with_degree(text_.substr(start_, start - start_)) ||
                          rest(candidate.end).starts_with("일수록"))) {
    return false;
  }
  return !form.case_sensitive ||
         same_case(text_.substr(start, candidate.end - start), trie_.written(form));
}

bool Scanner::judge_hangul_end(const Candidate& candidate, int depth, Match& match) const {
  const Tail tail = tail_after(rest(candidate.end));
  if (tail == Tail::none || tail == Tail::particle) return true;
  if (trie_.forms_begin(candidate.node)->single) return false;
  if (tail == Tail::light_verb) return true;
  match.joined = depth > 0 && term_starts_at(candidate.end, depth - 1);
  return match.joined || tail == Tail::suffix;
}

/// English plurals are part of the term: LLMs, losses, matrices' own forms are the glossary's.
bool Scanner::judge_word_end(const Candidate& candidate, Match& match) const {
  if (!word_goes_on(candidate.end)) return true;
  if (trie_.forms_begin(candidate.node)->single) return false;
  const char last = text_[candidate.end - 1];
  const std::string_view after = rest(candidate.end);
  const bool sibilant = last == 's' || last == 'x' || last == 'z' || last == 'h';
  const std::size_t plural = after.starts_with("es") && sibilant ? 2 : after.starts_with('s');
  match.end = candidate.end + plural;
  return plural > 0 && !word_goes_on(match.end);
}

bool Scanner::term_starts_at(std::size_t start, int depth) const {
  const Candidates found = walk(start);
  Match match;
  for (std::size_t i = found.count; i-- > 0;) {
    if (judge(start, found.items[i], LeftEdge::after_term, depth, match)) return true;
  }
  return false;
}

/// 추론(reasoning): what the bracket right after the term names settles which concept it is.
void Scanner::collect_names_in_bracket(std::size_t end, Claims& claims) const {
  const std::size_t inside = start_of_bracket_text(text_, end);
  if (inside == 0 || inside >= scanned_.size()) return;
  const Candidates found = walk(inside);
  for (std::size_t i = 0; i < found.count; ++i) {
    const FormTrie::Node node = found.items[i].node;
    for (const Form* form = trie_.forms_begin(node); form != trie_.forms_end(node); ++form) {
      claims.name(form->concept_index);
    }
  }
}

/// reasoning(추론): likewise.
void Scanner::collect_name_before_bracket(std::size_t start, Claims& claims) const {
  if (start == 0 || text_[start - 1] != '(') return;
  for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
    const std::size_t end = mention->end;
    if (end != start - 1 && !(end + 2 == start && text_[end] == ' ')) return;
    claims.name(mention->concept_index);
  }
}

std::size_t Scanner::skip_word(std::size_t offset) const {
  while (offset < scanned_.size()) {
    std::size_t next = offset;
    if (!continues_word(read_symbol(scanned_, next))) break;
    offset = next;
  }
  return offset;
}

bool Scanner::word_goes_on(std::size_t offset) const {
  return offset < scanned_.size() && continues_word(read_symbol(scanned_, offset));
}

Scanner::LeftEdge Scanner::left_edge_at(std::size_t start) const {
  if (start == start_) return LeftEdge::free;
  std::size_t before = start - 1;
  if (static_cast<unsigned char>(text_[before]) >= 0x80) {
    before = start;
    text::previous_code_point(text_, before);
  }
  return read_symbol(text_, before).kind == SymbolClass::word ? LeftEdge::after_word
                                                              : LeftEdge::free;
}

}  // namespace galpi::terms
