#include "blank_context.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "galpi/text/particles.hpp"

namespace galpi::exporters::anki {
namespace {

bool ends_with_word(std::string_view text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  return text.size() == word.size() || text[text.size() - word.size() - 1] == ' ' ||
         text[text.size() - word.size() - 1] == '(';
}

}  // namespace

std::size_t joint_length(std::string_view sentence) {
  constexpr auto joints = std::to_array<std::string_view>(
      {"또한", "한편", "아울러", "더불어", "나아가", "더 나아가", "특히", "마지막으로", "먼저"});
  for (const std::string_view joint : joints) {
    if (!sentence.starts_with(joint)) continue;
    std::size_t end = joint.size();
    if (end < sentence.size() && sentence[end] == ',') ++end;
    if (end < sentence.size() && sentence[end] == ' ') return end + 1;
  }
  return 0;
}

bool takes_up(std::string_view sentence) {
  constexpr auto openings = std::to_array<std::string_view>(
      {"이 ",     "이러한 ", "이런 ",   "이를 ",   "이는 ",   "이에 ", "이로 ",   "이로써 ",
       "이때 ",   "이후 ",   "이후, ",  "이어 ",   "이어서 ", "이들 ", "이와 ",   "여기서 ",
       "그 결과", "그 후",   "그러나 ", "하지만 ", "따라서 ", "해당 ", "이렇게 ", "그다음 "});
  return std::ranges::any_of(openings, [&](auto opening) { return sentence.starts_with(opening); });
}

bool points_at_next(std::string_view before) {
  constexpr auto pointers =
      std::to_array<std::string_view>({"이 ", "그 ", "저 ", "해당 ", "이러한 ", "그러한 ", "이런 ",
                                       "그런 ", "본 ", "위 ", "이들 ", "동 "});
  return std::ranges::any_of(pointers, [&](auto word) { return ends_with_word(before, word); });
}

bool counts_first_word(std::string_view before, std::string_view name) {
  constexpr auto counters = std::to_array<std::string_view>(
      {"개 ", "종 ", "가지 ", "명 ", "편 ", "건 ", "장 ", "쌍 ", "회 ", "번 ", "단계 ", "차원 "});
  if (!name.contains(' ')) return false;
  for (const std::string_view counter : counters) {
    if (!before.ends_with(counter)) continue;
    before.remove_suffix(counter.size());
    constexpr auto numerals = std::to_array<std::string_view>(
        {"두 ", "세 ", "네 ", "다섯 ", "여섯 ", "여러 ", "수십 ", "수백 "});
    const bool is_digit = !before.empty() && before.back() >= '0' && before.back() <= '9';
    return is_digit ||
           std::ranges::any_of(numerals, [&](auto word) { return ends_with_word(before, word); });
  }
  return false;
}

std::optional<ParticleChange> particle_for(std::string_view behind, std::string_view answer) {
  using Pair = std::pair<std::string_view, std::string_view>;
  // Longer ones first: `이라` begins with `이`.
  constexpr auto pairs = std::to_array<Pair>({{"이라", "라"},
                                              {"이란", "란"},
                                              {"이나", "나"},
                                              {"이며", "며"},
                                              {"이다", "다"},
                                              {"으로", "로"},
                                              {"은", "는"},
                                              {"이", "가"},
                                              {"을", "를"},
                                              {"과", "와"}});
  const std::size_t length = text::particle_length(behind);
  if (length == 0 || length == std::string_view::npos) return std::nullopt;
  for (const auto& [closed, open] : pairs) {
    for (const std::string_view found : {closed, open}) {
      if (!behind.starts_with(found)) continue;
      const std::string_view right = text::pick_particle(answer, closed, open);
      if (right == found) return std::nullopt;
      return ParticleChange{found.size(), right};
    }
  }
  return std::nullopt;
}

}  // namespace galpi::exporters::anki
