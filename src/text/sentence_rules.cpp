#include "sentence_rules.hpp"

#include <algorithm>
#include <array>

#include "galpi/text/utf8.hpp"

namespace galpi::text {
namespace {

constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }

/// Lower case, without the full stop. Sorted, for the binary search.
constexpr std::array<std::string_view, 56> abbreviations = {
    "al",   "alg", "app", "approx", "apr",  "aug", "ca",   "cf",   "ch",  "co",   "corp", "def",
    "dept", "dr",  "ed",  "eds",    "eq",   "eqs", "est",  "etc",  "ex",  "feb",  "fig",  "figs",
    "inc",  "jan", "jr",  "lem",    "ltd",  "mr",  "mrs",  "ms",   "mt",  "no",   "nos",  "nov",
    "oct",  "p",   "pp",  "prof",   "prop", "ref", "refs", "resp", "sec", "secs", "sect", "sep",
    "sr",   "st",  "tab", "thm",    "univ", "viz", "vol",  "vs"};
static_assert(std::ranges::is_sorted(abbreviations));

char32_t code_point_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? next_code_point(text, offset) : 0;
}

char32_t code_point_before(std::string_view text, std::size_t offset) {
  return offset > 0 ? previous_code_point(text, offset) : 0;
}

/// The word that the full stop at `stop` follows: back to white space or an opening bracket.
std::string_view word_before(std::string_view text, std::size_t start, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > start) {
    std::size_t previous = begin;
    const char32_t c = previous_code_point(text, previous);
    if (is_space(c) || std::u32string_view(U"([{“‘\"「『《〈").contains(c)) break;
    begin = previous;
  }
  return text.substr(begin, stop - begin);
}

bool is_number(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// The endings with which Korean prose closes a sentence, also where no space follows.
bool is_korean_ender(char32_t c) { return std::u32string_view(U"다요음함임됨까죠").contains(c); }

bool is_korean_enumerator(std::string_view word) {
  return std::string_view("가 나 다 라 마 바 사 아 자 차 카 타 파 하").contains(word) &&
         word.size() == 3;
}

/// `1.`, `가.` and `a.` at the start of a sentence count what follows.
bool is_enumerator(std::string_view word) {
  return is_number(word) || is_korean_enumerator(word) ||
         (word.size() == 1 && is_latin_letter(static_cast<unsigned char>(word[0])));
}

Verdict judge_latin(std::string_view word, char32_t next) {
  const std::string lowered = ascii_lower(word);
  // e.g, i.e, U.S, Ph.D: letters with a full stop among them. But not a host or file name.
  const std::size_t dot = word.find('.');
  const bool dotted = dot != std::string_view::npos && dot <= 2 && word.size() - dot <= 4;
  if (dotted || std::ranges::binary_search(abbreviations, lowered)) return Verdict::goes_on;
  const bool initial = word.size() == 1 && is_upper(static_cast<unsigned char>(word[0]));
  if (initial && is_latin_letter(next)) return Verdict::goes_on;
  if (is_hangul(next)) return Verdict::ends;
  return Verdict::unsure;
}

/// A single full stop with white space after it.
Verdict judge_full_stop(std::string_view text, const Candidate& at) {
  const std::string_view word = word_before(text, at.sentence_start, at.stop);
  const char32_t last = code_point_before(text, at.stop);
  const char32_t next = code_point_at(text, at.next);
  const bool starts_sentence = word.data() == text.data() + at.sentence_start;
  if (starts_sentence && is_enumerator(word) && at.closers == at.space) return Verdict::goes_on;
  if (is_hangul(last)) return Verdict::ends;
  if (is_number(word)) {
    // 2026. 10. 31. 발표; but "정확도는 95. 다음으로" ends where a number stands alone.
    const std::string_view before = text.substr(
        at.sentence_start, static_cast<std::size_t>(word.data() - text.data()) - at.sentence_start);
    const std::size_t end = before.find_last_not_of(' ');
    const bool counted = end != std::string_view::npos && before[end] == '.';
    return is_digit(next) || counted ? Verdict::goes_on : Verdict::unsure;
  }
  if (is_latin_letter(last)) return judge_latin(word, next);
  return is_hangul(next) ? Verdict::ends : Verdict::unsure;
}

/// `…` and `...` end a sentence only where its verb does.
Verdict judge_ellipsis(std::string_view text, const Candidate& at) {
  const char32_t last = code_point_before(text, at.stop);
  const bool lone = word_before(text, at.sentence_start, at.stop).size() <= 3;  // 음...
  if (is_korean_ender(last) && !lone) return Verdict::ends;
  const bool english = is_latin_letter(last) && is_upper(code_point_at(text, at.next));
  return english ? Verdict::ends : Verdict::goes_on;
}

/// No white space follows: 했다.그리고, where a space was forgotten.
Verdict judge_without_space(std::string_view text, const Candidate& at) {
  if (text.substr(at.stop, at.space - at.stop).contains("。")) return Verdict::ends;
  const bool full_stop = text.substr(at.stop, at.space - at.stop) == ".";
  const char32_t next = code_point_at(text, at.next);
  const bool forgotten = full_stop && is_korean_ender(code_point_before(text, at.stop)) &&
                         (is_hangul(next) || is_upper(next));
  return forgotten ? Verdict::ends : Verdict::goes_on;
}

}  // namespace

bool quotes_on(std::string_view rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  constexpr std::array<std::string_view, 6> words = {"라고", "라는", "라며", "하고", "며", "고 "};
  return std::ranges::any_of(words, [&](std::string_view word) { return rest.starts_with(word); });
}

Verdict judge(std::string_view text, const Candidate& at) {
  if (at.space == at.next) return judge_without_space(text, at);
  if (at.closers < at.space && quotes_on(text.substr(at.next))) return Verdict::goes_on;
  const std::string_view stops = text.substr(at.stop, at.closers - at.stop);
  if (stops.contains("…") || stops.contains("..")) return judge_ellipsis(text, at);
  if (stops == "." || stops == "．") return judge_full_stop(text, at);
  return Verdict::ends;
}

}  // namespace galpi::text
