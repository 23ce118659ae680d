#include "goal_stretch.hpp"

#include <algorithm>
#include <array>

namespace galpi::exporters::anki {
namespace {

std::string_view without_prefix(std::string_view text, auto& prefixes) {
  for (const std::string_view prefix : prefixes) {
    if (text.starts_with(prefix)) return text.substr(prefix.size());
  }
  return text;
}

/// How many bytes of the sentence only open it.
std::size_t opening_of(std::string_view sentence) {
  constexpr auto owners = std::to_array<std::string_view>(
      {"본 논문의 ", "본 연구의 ", "이 논문의 ", "이 연구의 ", "논문의 ", "연구의 "});
  constexpr auto kinds =
      std::to_array<std::string_view>({"주요 ", "핵심 ", "주된 ", "궁극적인 ", "최종 "});
  constexpr auto goals = std::to_array<std::string_view>({"목표는 ", "목적은 "});
  constexpr auto topics = std::to_array<std::string_view>(
      {"본 논문은 ", "본 연구는 ", "이 논문은 ", "이 연구는 ", "본 논문에서는 ", "본 연구에서는 ",
       "이 논문에서는 ", "이 연구에서는 "});
  const std::string_view before_goal = without_prefix(without_prefix(sentence, owners), kinds);
  std::string_view rest = without_prefix(before_goal, goals);
  if (rest.size() == before_goal.size()) rest = without_prefix(sentence, topics);
  return sentence.size() - rest.size();
}

/// The declarative form of a verb whose stem ends at the end of `stem`: `제안하` `제안한다`,
/// `얻` `얻는다`; what of the stem it takes the place of is cut.
std::string declare(std::string_view& stem) {
  constexpr char32_t final_nieun = 4;
  constexpr std::uint32_t double_siot = 20;
  constexpr std::uint32_t bieup_siot = 18;  // 없
  std::size_t start = stem.size();
  if (start == 0) return {};
  const char32_t last = text::previous_code_point(stem, start);
  if (!text::is_hangul_syllable(last)) return {};
  const std::uint32_t consonant = text::final_consonant(last);
  if (consonant == double_siot || consonant == bieup_siot) return "다.";
  if (consonant != 0) return "는다.";
  stem = stem.substr(0, start);
  std::string ending;
  text::append_code_point(ending, last + final_nieun);
  return ending + "다.";
}

}  // namespace

GoalStretch goal_stretch(std::string_view sentence) {
  constexpr auto closings = std::to_array<std::string_view>(
      {"는 것이다", "는 데 있다", "는 데에 있다", "는 데 목적이 있다", "는 데 목표가 있다",
       "는 것이 목표이다", "는 것이 목적이다", "는 것이 목표다", "는 것을 목표로 한다",
       "는 것을 목표로 하였다", "는 것을 목표로 했다", "는 것을 목적으로 한다", "는 데 목표를 둔다",
       "는 데 목표를 두었다", "고자 한다", "고자 하였다"});
  const std::size_t start = opening_of(sentence);
  GoalStretch goal{{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(sentence.size())},
                   {}};
  std::string_view core = sentence.substr(start);
  if (core.ends_with('.')) core.remove_suffix(1);
  for (const std::string_view closing : closings) {
    if (!core.ends_with(closing)) continue;
    std::string_view stem = core.substr(0, core.size() - closing.size());
    std::string ending = declare(stem);
    if (ending.empty() || stem.empty()) break;
    goal.range.end = goal.range.start + static_cast<std::uint32_t>(stem.size());
    goal.ending = std::move(ending);
    break;
  }
  return goal;
}

}  // namespace galpi::exporters::anki
