#include "transliteration.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {
namespace {

void add(std::string& skeleton, char sound) {
  if (sound != ' ' && (skeleton.empty() || skeleton.back() != sound)) skeleton += sound;
}

/// The consonants of Hangul by how they are heard: K, N, T, L, M, P, S; blanks are not counted.
std::string hangul_skeleton(std::string_view word) {
  constexpr std::string_view leads = "KKNTTLMPPSS SSSKTP ";
  constexpr std::string_view finals = " KKKNNNTLLLLLLLLMPPTTNTTKTP ";
  std::string skeleton;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::next_code_point(word, at);
    if (!text::is_hangul_syllable(c)) continue;
    add(skeleton, leads[(c - 0xAC00) / 588]);
    const std::uint32_t final_part = text::final_consonant(c);
    if (final_part != 0) add(skeleton, finals[final_part]);
  }
  return skeleton;
}

/// The same of English letters, as Korean writes their sounds down.
std::string latin_skeleton(std::string_view word) {
  constexpr auto groups =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"tion", "SN"},
                                                                    {"sion", "SN"},
                                                                    {"cian", "SN"},
                                                                    {"sch", "SK"},
                                                                    {"ch", "S"},
                                                                    {"sh", "S"},
                                                                    {"th", "S"},
                                                                    {"ph", "P"},
                                                                    {"gh", ""},
                                                                    {"ck", "K"},
                                                                    {"ng", "N"},
                                                                    {"qu", "K"},
                                                                    {"ce", "S"},
                                                                    {"ci", "S"},
                                                                    {"cy", "S"},
                                                                    {"ge", "S"},
                                                                    {"gi", "S"},
                                                                    {"x", "KS"}});
  constexpr std::string_view letters = " PKT PK  SKLMN PKLST P K S";  // a to z
  const std::string small = text::ascii_lower(word);
  std::string skeleton;
  for (std::size_t at = 0; at < small.size();) {
    const auto* const group = std::ranges::find_if(groups, [&](const auto& one) {
      return small.compare(at, one.first.size(), one.first) == 0;
    });
    if (group != groups.end()) {
      for (const char sound : group->second) add(skeleton, sound);
      at += group->first.size();
      continue;
    }
    const char c = small[at++];
    if (c >= 'a' && c <= 'z') add(skeleton, letters[static_cast<std::size_t>(c - 'a')]);
  }
  return skeleton;
}

std::size_t longest_common(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const char c : a) {
    std::size_t diagonal = 0;
    for (std::size_t i = 0; i < b.size(); ++i) {
      const std::size_t above = row[i + 1];
      row[i + 1] = c == b[i] ? diagonal + 1 : std::max(above, row[i]);
      diagonal = above;
    }
  }
  return row.back();
}

std::size_t count_syllables(std::string_view word) {
  std::size_t syllables = 0;
  for (std::size_t at = 0; at < word.size();) {
    if (text::is_hangul_syllable(text::next_code_point(word, at))) ++syllables;
  }
  return syllables;
}

/// Runs of vowels: at most one of them, an e at the end, is not heard.
std::size_t count_vowels(std::string_view word) {
  std::size_t groups = 0;
  bool in_vowel = false;
  for (const char c : text::ascii_lower(word)) {
    const bool is_vowel = std::string_view("aeiouy").contains(c);
    if (is_vowel && !in_vowel) ++groups;
    in_vowel = is_vowel;
  }
  return groups;
}

/// Korean leaves an English r out and puts vowels in, but hardly ever another consonant.
bool sounds_alike(std::string_view korean, std::string_view english) {
  const std::string heard = hangul_skeleton(korean);
  const std::string written = latin_skeleton(english);
  if (count_syllables(korean) + 1 < count_vowels(english)) return false;
  if (heard.size() <= 2) return heard == written;  // so few agree by chance
  const std::size_t common = longest_common(heard, written);
  return !written.empty() && heard.front() == written.front() && common * 4 >= heard.size() * 3 &&
         common * 2 >= written.size();
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" -"), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// Whether the Korean words sound like the English ones, in order, one or several to a word.
bool follow_each_other(std::span<const std::string_view> korean,
                       std::span<const std::string_view> english) {
  if (korean.empty()) return english.empty();
  std::string run;
  for (std::size_t length = 1; length <= english.size(); ++length) {
    run += english[length - 1];
    const std::string_view word = korean.front();
    const bool is_heard = count_syllables(word) == 0 ? word == run : sounds_alike(word, run);
    if (is_heard && follow_each_other(korean.subspan(1), english.subspan(length))) return true;
  }
  return false;
}

}  // namespace

bool is_transliteration(std::string_view korean, std::string_view english) {
  constexpr std::size_t most_words = 6;
  const auto korean_words = words_of(korean);
  const auto english_words = words_of(english);
  if (korean_words.size() > most_words || english_words.size() > most_words) return false;
  // One consonant may agree by chance.
  return hangul_skeleton(korean).size() >= 2 && follow_each_other(korean_words, english_words);
}

}  // namespace galpi::exporters::anki
