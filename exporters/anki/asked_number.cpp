#include "asked_number.hpp"

#include <algorithm>
#include <array>

namespace galpi::exporters::anki {
namespace {

constexpr std::ptrdiff_t most_numbers = 2;  ///< more are a list, and lists are not learned

/// `5.5점 뒤졌다`, `20% 더 정확`: than what?
bool lacks_standard(std::string_view clause, const MetricNumber& number) {
  constexpr auto comparatives =
      std::to_array<std::string_view>({"더 ", "높", "낮", "앞섰", "앞서", "뒤졌", "빠르", "빠른",
                                       "빨랐", "적은", "적었", "많은", "많았", "나은", "나았"});
  constexpr auto between =
      std::to_array<std::string_view>({"이상", "넘게", "가까이", "퍼센트", "가량", "정도", "쯤",
                                       "포인트", "만큼", "배", "점", "%p", "%", " "});
  std::string_view behind = clause.substr(number.range.end);
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view word : between) {
      if (!behind.starts_with(word)) continue;
      behind.remove_prefix(word.size());
      found = true;
    }
  }
  const bool compares = std::ranges::any_of(
      comparatives, [&](std::string_view word) { return behind.starts_with(word); });
  return compares && !says_standard(clause);
}

/// `3.12 및 4.07를`, `4.8/8.2`: one answer cannot be told from the next.
bool is_joined(std::string_view clause, const MetricNumber& number, const MetricNumber& next) {
  std::string_view gap = clause.substr(number.range.end, next.range.start - number.range.end);
  for (const std::string_view unit : {"%p", "%", "배", "점"}) {
    if (gap.starts_with(unit)) gap.remove_prefix(unit.size());
  }
  return std::ranges::any_of(
      std::to_array<std::string_view>({" 및 ", "와 ", "과 ", ", ", "/", "·"}),
      [&](std::string_view joint) { return gap == joint; });
}

/// `4.0% 이하의 손실`: not what was reached, only what was not passed.
bool is_bound(std::string_view behind) {
  for (const std::string_view unit : {"%p", "%", "배", "점", "초"}) {
    if (!behind.starts_with(unit)) continue;
    behind.remove_prefix(unit.size());
    break;
  }
  if (behind.starts_with(' ')) behind.remove_prefix(1);
  constexpr auto bounds =
      std::to_array<std::string_view>({"이하", "미만", "이내", "를 넘지", "을 넘지", "에 못 미"});
  return std::ranges::any_of(bounds, [&](auto bound) { return behind.starts_with(bound); });
}

/// A number whose value a reader can be asked for: no range, and nothing to guess or to compute
/// (`240에서 60으로 75%`).
bool is_askable(std::string_view clause, const MetricNumber& number) {
  const std::string_view digits =
      clause.substr(number.range.start, number.range.end - number.range.start);
  return !number.is_before && !number.is_size && !number.is_computable && !digits.contains('~') &&
         digits != "100" && !is_bound(clause.substr(number.range.end));
}

}  // namespace

std::expected<MetricNumber, ResultRefusal> number_to_ask(std::string_view clause) {
  const auto numbers = find_metric_numbers(clause);
  if (numbers.empty()) return std::unexpected(ResultRefusal::no_number);
  if (std::ranges::count(numbers, false, &MetricNumber::is_size) > most_numbers) {
    return std::unexpected(ResultRefusal::several);
  }
  const MetricNumber* asked = nullptr;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const MetricNumber& number = numbers[i];
    if (lacks_standard(clause, number)) return std::unexpected(ResultRefusal::no_setting);
    if (i > 0 && is_joined(clause, numbers[i - 1], number)) {
      return std::unexpected(ResultRefusal::several);
    }
    if (!is_askable(clause, number)) continue;
    if (asked == nullptr || (asked->is_change && !number.is_change)) asked = &number;
  }
  if (asked == nullptr) return std::unexpected(ResultRefusal::not_reached);
  return *asked;
}

bool says_standard(std::string_view clause) {
  constexpr auto standards =
      std::to_array<std::string_view>({"대비", "보다", "비해", "비하여", "비교", "견주"});
  return std::ranges::any_of(standards,
                             [&](std::string_view word) { return clause.contains(word); });
}

bool has_own_topic(std::string_view clause, const MetricNumber& number) {
  std::string_view before = clause.substr(0, number.range.start);
  for (const std::string_view adverb : {"최대 ", "평균 ", "약 "}) {
    if (before.ends_with(adverb)) before.remove_suffix(adverb.size());
  }
  if (!before.ends_with("는 ") && !before.ends_with("은 ")) return false;
  before.remove_suffix(1);
  const std::size_t space = before.rfind(' ');
  return names_metric(space == std::string_view::npos ? before : before.substr(space));
}

}  // namespace galpi::exporters::anki
