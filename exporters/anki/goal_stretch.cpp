#include "goal_stretch.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "names.hpp"

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

/// `…하는 새로운 기법 `: a noun for what papers make.
bool is_kind_of_work(std::string_view text) {
  constexpr auto kinds = std::to_array<std::string_view>(
      {"기법 ", "방법 ", "모델 ", "벤치마크 ", "데이터셋 ", "프레임워크 ", "알고리즘 ", "시스템 ",
       "전략 ", "메커니즘 ", "방식 ", "도구 ", "아키텍처 ", "스위트 ", "코퍼스 ", "말뭉치 "});
  return std::ranges::any_of(kinds, [&](std::string_view kind) { return text.ends_with(kind); });
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
  if (stem.ends_with(' ')) {  // `…하도록 한다`
    stem.remove_suffix(1);
    ending = " ";
  }
  text::append_code_point(ending, last + final_nieun);
  return ending + "다.";
}

constexpr auto proposals = std::to_array<std::string_view>({"제안", "제시", "개발", "구축"});

std::string_view slice(std::string_view text, text::ByteRange range) {
  return text.substr(range.start, range.end - range.start);
}

std::string_view object_particle(std::string_view noun) {
  std::size_t end = noun.size();
  if (end == 0) return {};
  const char32_t last = text::previous_code_point(noun, end);
  if (!text::is_hangul_syllable(last)) return {};
  return text::final_consonant(last) == 0 ? "를" : "을";
}

/// The first of two things that are wanted: `…를 제안하여 …를 이룬다` is `…를 제안한다`.
std::optional<GoalStretch> first_of_two(std::string_view sentence, const GoalStretch& goal) {
  const std::string_view core = slice(sentence, goal.range);
  for (const std::string_view proposal : proposals) {
    for (const std::string_view joint : {"하고, ", "하고 ", "하며, ", "하여 ", "하여, "}) {
      const std::string joined = std::string(proposal).append(joint);
      const std::size_t at = core.find(joined);
      if (at == std::string_view::npos) continue;
      return GoalStretch{
          {goal.range.start, goal.range.start + static_cast<std::uint32_t>(at + proposal.size())},
          "한다."};
    }
  }
  return std::nullopt;
}

/// Without what it is for: `…를 줄이기 위해 등을 켠다` is `등을 켠다`.
std::optional<GoalStretch> without_purpose(std::string_view sentence, const GoalStretch& goal) {
  constexpr auto purposes = std::to_array<std::string_view>(
      {"기 위해 ", "기 위하여 ", "을 위해 ", "를 위해 ", "해결하고자 ", "극복하고자 ",
       "문제를 해결하여 ", "한계를 극복하고 ", "한계를 극복하여 "});
  const std::string_view core = slice(sentence, goal.range);
  std::size_t cut = 0;
  for (const std::string_view purpose : purposes) {
    const std::size_t at = core.rfind(purpose);
    if (at != std::string_view::npos) cut = std::max(cut, at + purpose.size());
  }
  if (cut == 0) return std::nullopt;
  GoalStretch shorter = goal;
  shorter.range.start += static_cast<std::uint32_t>(cut);
  return shorter;
}

/// Without the name that the card has given: `새로운 등인 LAMP를 제안한다` is `새로운 등을
/// 제안한다`.
std::optional<GoalStretch> without_name(std::string_view sentence, const GoalStretch& goal,
                                        std::string_view name) {
  const std::string_view core = slice(sentence, goal.range);
  for (text::ByteRange found : find_name_in_any_case(core, name)) {
    found = with_gloss(core, found);
    std::string_view noun = core.substr(0, found.start);
    std::string_view behind = core.substr(found.end);
    if (!behind.starts_with("를 ") && !behind.starts_with("을 ")) continue;
    behind.remove_prefix(std::string_view("를 ").size());
    const bool is_proposed = std::ranges::any_of(
        proposals, [&](std::string_view proposal) { return behind == proposal; });
    if (!is_proposed || goal.ending.empty()) continue;
    if (noun.ends_with("인 ")) {
      noun.remove_suffix(std::string_view("인 ").size());
    } else if (is_kind_of_work(noun)) {
      noun.remove_suffix(1);
    } else {
      continue;
    }
    const std::string_view particle = object_particle(noun);
    if (particle.empty()) continue;
    GoalStretch shorter = goal;
    shorter.range.end = goal.range.start + static_cast<std::uint32_t>(noun.size());
    shorter.ending = std::string(particle) + " " + std::string(behind) + goal.ending;
    return shorter;
  }
  return std::nullopt;
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
    return goal;
  }
  // `…를 제안한다.`: its verb may go as well.
  constexpr std::string_view declared = "한다";
  if (core.ends_with(declared) && !core.ends_with(" 한다")) {
    goal.range.end = goal.range.start + static_cast<std::uint32_t>(core.size() - declared.size());
    goal.ending = "한다.";
  }
  return goal;
}

std::vector<GoalStretch> goal_stretches(std::string_view sentence, std::string_view name) {
  constexpr std::size_t least = 30;  // code points; less says too little
  std::vector<GoalStretch> stretches = {goal_stretch(sentence)};
  const auto add = [&](const std::optional<GoalStretch>& shorter) {
    if (!shorter) return;
    std::string said(slice(sentence, shorter->range));
    // `LAMP라는 등을 제안한다` says nothing that the name does not.
    const auto names = find_name_in_any_case(said, name);
    if (!names.empty()) {
      const text::ByteRange gone = with_gloss(said, names.front());
      said.erase(gone.start, gone.end - gone.start);
    }
    said += shorter->ending;
    if (text::count_code_points(said) >= least) stretches.push_back(*shorter);
  };
  // Each cut is tried on all that the cuts before it have left, what loses least first. The name
  // always goes: the card has given it.
  const auto cut = [&](const auto& shorten) {
    for (std::size_t i = 0, before = stretches.size(); i < before; ++i) add(shorten(stretches[i]));
  };
  const auto leave_name_out = [&] {
    for (GoalStretch& goal : stretches) {
      if (auto nameless = without_name(sentence, goal, name)) goal = *std::move(nameless);
    }
  };
  leave_name_out();
  cut([&](const GoalStretch& goal) { return first_of_two(sentence, goal); });
  leave_name_out();
  cut([&](const GoalStretch& goal) { return without_purpose(sentence, goal); });
  return stretches;
}

}  // namespace galpi::exporters::anki
