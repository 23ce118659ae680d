#include "example_faults.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "galpi/text/utf8.hpp"
#include "names.hpp"
#include "term_examples.hpp"

namespace galpi::exporters::anki {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A name in small letters without spaces, hyphens and the plural's `s`: how a gloss is compared.
std::string plain(std::string_view name) {
  std::string result = squeezed(name);
  if (result.ends_with('s')) result.pop_back();
  return result;
}

/// Words between spaces and hyphens, in small letters, without the plural's `s`.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : text::ascii_lower(name)) {
    if (c == ' ' || c == '-') {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  if (!words.empty()) words.back() = plain(words.back());
  return words;
}

/// `REINFORCE`, `LoRA`, `Lamp-3`: one word with capitals or a digit in it.
bool is_coined(std::string_view gloss) {
  const auto is_mark = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  return !gloss.contains(' ') && std::ranges::count_if(gloss, is_mark) >= 2;
}

/// As many words each, the last one shared, one of the others not.
bool differ_in_one_word_before(const std::vector<std::string>& one,
                               const std::vector<std::string>& other) {
  if (one.size() != other.size() || one.size() < 2 || one.back() != other.back()) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < one.size(); ++i) different += one[i] == other[i] ? 0 : 1;
  return different == 1;
}

/// Whether both names end alike, with short parts before what they share.
bool differ_in_prefix(std::string_view one, std::string_view other, std::size_t least_shared,
                      std::size_t most_prefix) {
  constexpr auto prefixes = std::to_array<std::string_view>({"un", "non", "semi", "self", "비"});
  std::size_t left = one.size();
  std::size_t right = other.size();
  std::size_t shared = 0;
  while (left > 0 && right > 0) {
    std::size_t l = left;
    std::size_t r = right;
    if (text::previous_code_point(one, l) != text::previous_code_point(other, r)) break;
    left = l;
    right = r;
    ++shared;
  }
  if (shared < least_shared || (left == 0 && right == 0)) return false;
  const std::string_view before = one.substr(0, left);
  const std::string_view beside = other.substr(0, right);
  if (before.empty() || beside.empty()) {
    const std::string_view prefix = before.empty() ? beside : before;
    return std::ranges::find(prefixes, prefix) != prefixes.end();
  }
  return text::count_code_points(before) <= most_prefix &&
         text::count_code_points(beside) <= most_prefix;
}

bool names_differ_before(std::string_view one, std::string_view other) {
  constexpr std::size_t letters = 5;
  constexpr std::size_t syllables = 2;
  const std::size_t near = has_hangul(one) ? syllables : letters;
  return differ_in_one_word_before(words_of(one), words_of(other)) ||
         differ_in_prefix(squeezed(one), squeezed(other), near, near);
}

}  // namespace

bool is_glossed_as_other(std::string_view behind, const model::Concept& term) {
  if (behind.starts_with(' ')) behind.remove_prefix(1);
  const std::size_t close = behind.find(')');
  if (!behind.starts_with('(') || close == std::string_view::npos) return false;
  std::string_view gloss = behind.substr(1, close - 1);
  if (has_hangul(gloss) || !std::ranges::any_of(gloss, is_letter)) return false;
  const auto names = names_of(term);
  bool is_other = false;
  while (!gloss.empty()) {
    const std::size_t end = std::min(gloss.find_first_of(",;/:"), gloss.size());
    std::string_view part = gloss.substr(0, end);
    gloss.remove_prefix(std::min(gloss.size(), end + 1));
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (part.empty()) continue;
    const auto is_it = [&](std::string_view name) { return plain(name) == plain(part); };
    if (std::ranges::any_of(names, is_it)) return false;
    is_other = is_other || !is_coined(part);
  }
  return is_other;
}

bool are_pair(const model::Concept& one, const model::Concept& other) {
  return names_differ_before(one.english, other.english) ||
         names_differ_before(one.korean, other.korean);
}

bool is_about_other_kind(std::string_view title, const model::Concept& term) {
  const std::vector<std::string> words = words_of(term.english);
  if (words.size() < 2) return false;
  const auto says = [&](std::string_view name) {
    return !has_hangul(name) && contains_name(title, name);
  };
  if (std::ranges::any_of(names_of(term), says)) return false;
  // `Learning to Light: Lamps`: nothing stands before the head.
  constexpr auto small_words = std::to_array<std::string_view>(
      {"a",    "an",   "the",  "of",  "for", "in",   "on",    "to",  "by",     "at",
       "with", "from", "into", "and", "or",  "your", "their", "via", "beyond", "through"});
  const std::vector<std::string> said = words_of(title);
  for (std::size_t i = 1; i < said.size(); ++i) {
    const std::string& before = said[i - 1];
    if (plain(said[i]) != words.back() || !is_letter(before.back())) continue;
    if (std::ranges::find(small_words, before) == small_words.end()) return true;
  }
  return false;
}

}  // namespace galpi::exporters::anki
