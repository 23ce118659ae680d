#include "degree.hpp"

#include <algorithm>
#include <array>

namespace galpi::terms {
namespace {

/// The last syllables of adjectives before a noun. 인 and 던 are left out for the many nouns that
/// end like them (도메인, 온라인).
constexpr auto adjective_ends =
    std::to_array<std::string_view>({"큰", "긴", "은", "운", "한", "른", "린", "쁜", "된"});

constexpr auto degree_words = std::to_array<std::string_view>({
    "더",     "더욱",   "더더욱", "좀더", "덜",       "가장",   "제일",   "훨씬",
    "매우",   "아주",   "너무",   "꽤",   "무척",     "몹시",   "상당히", "굉장히",
    "극히",   "극도로", "충분히", "조금", "약간",     "비교적", "점점",   "점차",
    "월등히", "현저히", "한층",   "한결", "지나치게", "얼마나", "유난히", "상대적으로",
});

/// What a word ends with that compares or measures: 그보다, 그만큼, 두 배, 매개변수가 (적은).
constexpr auto measure_ends = std::to_array<std::string_view>({
    "보다",
    "만큼",
    "배",
    "배나",
    "크기가",
    "규모가",
    "길이가",
    "깊이가",
    "수가",
    "폭이",
    "용량이",
    "차원이",
    "랭크가",
});

/// Takes the last word off `text`; empty when `text` does not end with one space.
std::string_view take_last_word(std::string_view& text) {
  if (!text.ends_with(' ')) return {};
  text.remove_suffix(1);
  const std::size_t before = text.find_last_of(" \n");
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view word = text.substr(start);
  text = text.substr(0, start);
  return word;
}

bool ends_with_any(std::string_view word, const auto& ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return word.ends_with(end); });
}

}  // namespace

bool begins_with_adjective(std::string_view form) {
  const std::size_t space = form.find(' ');
  return space != std::string_view::npos && ends_with_any(form.substr(0, space), adjective_ends);
}

bool ends_with_degree(std::string_view before) {
  std::string_view word = take_last_word(before);
  if (word.ends_with("고")) word = take_last_word(before);  // 더 깊고 큰
  return std::ranges::find(degree_words, word) != degree_words.end() ||
         ends_with_any(word, measure_ends);
}

}  // namespace galpi::terms
