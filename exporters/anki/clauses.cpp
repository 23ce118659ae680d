#include "clauses.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "sentences.hpp"

namespace galpi::exporters::anki {
namespace {

constexpr std::size_t most_parts = 6;
constexpr std::uint32_t ssang_siot = 20;  ///< the final consonant of past tenses

/// A syllable taken apart as The Unicode Standard §3.12 composes it.
struct Syllable {
  char32_t lead = 0;
  char32_t vowel = 0;
  char32_t final_part = 0;

  static Syllable of(char32_t c) {
    const char32_t index = c - 0xAC00;
    return {index / 588, index / 28 % 21, index % 28};
  }
  char32_t composed() const { return 0xAC00 + lead * 588 + vowel * 28 + final_part; }
};

bool is_past(char32_t c) {
  return text::is_hangul_syllable(c) && text::final_consonant(c) == ssang_siot;
}

char32_t last_syllable(std::string_view text) {
  std::size_t end = text.size();
  return end == 0 ? U'\0' : text::previous_code_point(text, end);
}

/// Whether the sentence ends in the past: then its `…하며,` means `…했다` too.
bool ends_in_past(std::string_view sentence) {
  if (sentence.ends_with('.')) sentence.remove_suffix(1);
  constexpr std::string_view declarative = "다";
  if (!sentence.ends_with(declarative)) return false;
  sentence.remove_suffix(declarative.size());
  return is_past(last_syllable(sentence));
}

/// The past of an open stem's last syllable (`하` `했`, `이` `였`, `추` `췄`), if the stem is
/// surely a verb's: nouns stand before `이며` and `고` as well.
std::optional<char32_t> past_of_open(std::string_view stem) {
  constexpr auto vowels = std::to_array<std::pair<char32_t, char32_t>>(
      {{0, 0}, {1, 1}, {11, 10}, {13, 14}, {20, 6}});  // ㅏ ㅐ, ㅚ to ㅙ, ㅜ to ㅝ, ㅣ to ㅕ
  constexpr std::u32string_view verbs = U"하키되지리추우루나내이";
  const char32_t last = last_syllable(stem);
  if (last == U'\0' || !verbs.contains(last)) return std::nullopt;
  if (last == U'이') {
    const bool is_verb = std::ranges::any_of(
        std::to_array<std::string_view>({"보이", "줄이", "높이", "들이", "붙이", "선보이"}),
        [&](std::string_view verb) { return stem.ends_with(verb); });
    if (!is_verb) return std::nullopt;
  }
  Syllable syllable = Syllable::of(last);
  const auto* const found =
      std::ranges::find(vowels, syllable.vowel, [](auto v) { return v.first; });
  if (found == vowels.end()) return std::nullopt;
  syllable.vowel = last == U'하' ? 1 : found->second;
  syllable.final_part = ssang_siot;
  return syllable.composed();
}

/// Where one part ends and the next begins.
struct Break {
  std::size_t end = 0;
  std::string ending;
  std::size_t next = 0;
};

std::size_t after_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ',' || text[at] == ' ')) ++at;
  return at;
}

/// `…했으며`, `…였고,`, `…였으나`: a whole predicate, whatever follows.
std::optional<Break> break_in_past(std::string_view text, std::size_t stem_end) {
  if (!is_past(last_syllable(text.substr(0, stem_end)))) return std::nullopt;
  for (const std::string_view connective : {"으며", "고", "으나", "지만"}) {
    if (!text.substr(stem_end).starts_with(connective)) continue;
    const std::size_t behind = stem_end + connective.size();
    const bool ends_word = behind < text.size() && (text[behind] == ',' || text[behind] == ' ');
    if (ends_word) return Break{stem_end, "다.", after_spaces(text, behind)};
  }
  return std::nullopt;
}

/// `…보이며,`, `…개선하고,`, `…얻으며,`: the sentence's end says that it is past.
std::optional<Break> break_before_past(std::string_view text, std::size_t stem_end) {
  const std::string_view stem = text.substr(0, stem_end);
  const std::string_view rest = text.substr(stem_end);
  const char32_t last = last_syllable(stem);
  if (!text::is_hangul_syllable(last)) return std::nullopt;
  const auto next = [&](std::string_view connective) {
    return after_spaces(text, stem_end + connective.size());
  };
  if (rest.starts_with("으며,")) {
    const Syllable syllable = Syllable::of(last);
    if (syllable.final_part == 0 || syllable.final_part == ssang_siot) return std::nullopt;
    const bool is_bright = syllable.vowel == 0 || syllable.vowel == 8;  // ㅏ, ㅗ
    return Break{stem_end, is_bright ? "았다." : "었다.", next("으며")};
  }
  for (const std::string_view connective : {"며,", "고,"}) {
    if (!rest.starts_with(connective)) continue;
    const auto past = past_of_open(stem);
    if (!past) return std::nullopt;
    std::size_t end = stem_end;
    text::previous_code_point(text, end);
    std::string ending;
    text::append_code_point(ending, *past);
    return Break{end, ending + "다.", next(connective)};
  }
  return std::nullopt;
}

std::vector<Break> breaks_of(std::string_view text) {
  std::vector<Break> breaks;
  const bool is_past_sentence = ends_in_past(text);
  int depth = 0;
  for (std::size_t at = 0; at < text.size() && breaks.size() + 1 < most_parts;) {
    if (depth == 0 && at > 0) {
      auto found = break_in_past(text, at);
      if (!found && is_past_sentence) found = break_before_past(text, at);
      if (found && found->next < text.size()) {
        at = found->next;
        breaks.push_back(*std::move(found));
        continue;
      }
    }
    const char32_t c = text::next_code_point(text, at);
    if (c == U'(') ++depth;
    if (c == U')' && depth > 0) --depth;
  }
  return breaks;
}

/// Words that only join a clause to the one before.
std::size_t without_joint(std::string_view text, std::size_t start, std::size_t end) {
  for (const std::string_view joint : {"특히", "또한", "아울러", "더불어", "나아가"}) {
    const std::string_view clause = text.substr(start, end - start);
    if (!clause.starts_with(joint)) continue;
    const std::size_t next = after_spaces(text, start + joint.size());
    if (next > start + joint.size() && next < end) return next;
  }
  return start;
}

}  // namespace

std::vector<Clause> clauses_of(std::string_view sentence) {
  const std::vector<Break> breaks = breaks_of(sentence);
  const bool whole = is_whole(sentence);
  std::vector<Clause> clauses;
  for (std::size_t first = 0; first <= breaks.size(); ++first) {
    for (std::size_t last = breaks.size() + 1; last-- > first;) {
      const bool is_last = last == breaks.size();
      if (is_last && !whole) continue;
      const std::size_t end = is_last ? sentence.size() : breaks[last].end;
      const std::size_t start =
          without_joint(sentence, first == 0 ? 0 : breaks[first - 1].next, end);
      clauses.push_back({{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)},
                         is_last ? std::string() : breaks[last].ending,
                         first,
                         last - first + 1,
                         start == 0 && is_last});
    }
  }
  return clauses;
}

}  // namespace galpi::exporters::anki
