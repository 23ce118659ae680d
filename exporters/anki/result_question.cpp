#include "result_question.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "metric_numbers.hpp"
#include "names.hpp"
#include "sentences.hpp"

namespace galpi::exporters::anki {
namespace {

constexpr std::size_t most_clause = 120;    ///< code points
constexpr std::ptrdiff_t most_numbers = 2;  ///< more are a list, and lists are not learned

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// A Latin word that names something: `ImageNet`, `GPT-4o`, `Cora`; `Adam` too, `top-5` not.
bool is_name(std::string_view word) {
  constexpr std::size_t least_name = 3;
  if (word.size() < least_name || is_metric_word(word)) return false;
  const auto capitals = std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool has_digit = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
  return capitals >= 2 ||
         (capitals == 1 && (has_digit || word.contains('-') || word.size() > least_name));
}

/// The names of a text that are not the system's own: benchmarks and models.
bool says_other_name(std::string_view text, std::string_view system) {
  const auto is_part = [](char c) { return is_alphanumeric(c) || c == '-'; };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_part(text[end])) ++end;
    const std::string_view word = text.substr(i, end - i);
    i = end + 1;
    const bool is_own =
        contains_name(system, word) || (!system.empty() && !find_name(system, word).empty());
    if (is_name(word) && !is_own) return true;
  }
  return false;
}

bool contains_any(std::string_view text, auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.contains(word); });
}

/// What a difference is measured against.
constexpr auto standards =
    std::to_array<std::string_view>({"대비", "보다", "비해", "비하여", "비교", "견주"});

/// Whether the text says on what something was measured, or against what: a name, a kind of task,
/// or the paper's own benchmark.
bool says_setting(std::string_view text, const ResultContext& context) {
  constexpr auto settings = std::to_array<std::string_view>(
      {"벤치마크", "데이터셋", "데이터 세트", "말뭉치", "코퍼스", "시험 집합", "검증 집합", "과제",
       "작업", "태스크", "실험", "시나리오", "문제", "조건", "번역", "환경에서", "설정에서"});
  if (contains_any(text, settings) || contains_any(text, standards)) return true;
  const std::string title = text::ascii_lower(context.title);
  return title.contains("bench") || title.contains("dataset") ||
         says_other_name(text, context.system);
}

/// What belongs together, told in one breath.
bool is_list(std::string_view text) { return text.contains("각각") || text.contains("순으로"); }

/// Whether the text has the system's name, perhaps written a little differently (`X^2Net`,
/// `X2Net`).
bool says_name(std::string_view text, std::string_view system) {
  const auto letters = [](std::string_view name) {
    std::string plain = squeezed(name);
    std::erase_if(plain, [](char c) { return std::string_view("^_{}$+").contains(c); });
    return plain;
  };
  return letters(text).contains(letters(system));
}

/// The Latin name with a topic's particle that a text begins with (`LAMP는`, `제안한 LAMP는`).
std::string_view topic_at_start(std::string_view text) {
  for (const std::string_view opening : {"제안한 ", "제안된 ", "제안하는 "}) {
    if (text.starts_with(opening)) text.remove_prefix(opening.size());
  }
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return {};
  std::string_view word = text.substr(0, space);
  for (const std::string_view particle : {"는", "은"}) {
    if (!word.ends_with(particle)) continue;
    word.remove_suffix(particle.size());
    const bool has_capital = std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    return has_capital && !has_hangul(word) ? word : std::string_view();
  }
  return {};
}

/// What the later clauses of a sentence are about, if that is what the paper proposes: the name to
/// put before them, or, when the sentence has none, the context's. Nothing when it is about
/// something else.
std::optional<std::string_view> subject_of(std::string_view sentence,
                                           const ResultContext& context) {
  for (const text::ByteRange range : find_name(sentence, context.system)) {
    const std::string_view behind = sentence.substr(range.end);
    if (behind.starts_with("는 ") || behind.starts_with("은 ")) return context.system;
  }
  if (const auto topic = topic_at_start(sentence); !topic.empty()) return topic;
  for (const std::string_view word : {"제안", "본 논문", "본 연구", "본 방법", "본 기법"}) {
    if (sentence.starts_with(word)) return context.system;
  }
  return std::nullopt;
}

std::string_view slice(std::string_view text, text::ByteRange range) {
  return text.substr(range.start, range.end - range.start);
}

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
  return compares && !contains_any(clause, standards);
}

/// `2.04 및 2.35를`, `4.8/8.2`: one answer cannot be told from the next.
bool is_joined(std::string_view clause, const MetricNumber& number, const MetricNumber& next) {
  std::string_view gap = clause.substr(number.range.end, next.range.start - number.range.end);
  for (const std::string_view unit : {"%p", "%", "배", "점"}) {
    if (gap.starts_with(unit)) gap.remove_prefix(unit.size());
  }
  return std::ranges::any_of(
      std::to_array<std::string_view>({" 및 ", "와 ", "과 ", ", ", "/", "·"}),
      [&](std::string_view joint) { return gap == joint; });
}

/// A number whose value a reader can be asked for: no range, and nothing to guess or to compute
/// (`256에서 30으로 88%`).
bool is_askable(std::string_view clause, const MetricNumber& number) {
  const std::string_view digits = slice(clause, number.range);
  return !number.is_before && !number.is_size && !number.is_computable && !digits.contains('~') &&
         digits != "100";
}

/// Whether the number stands in the text by itself (`80` in `80%`, not in `R80`).
bool tells(std::string_view text, std::string_view number) {
  for (std::size_t at = text.find(number); at != std::string_view::npos;
       at = text.find(number, at + 1)) {
    const std::size_t end = at + number.size();
    const bool starts = at == 0 || !(is_alphanumeric(text[at - 1]) || text[at - 1] == '.');
    if (starts && (end == text.size() || !is_alphanumeric(text[end]))) return true;
  }
  return false;
}

/// Whether a clause says right before the number what it is the value of: `정확도는 약 84.2%`.
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

/// The number to ask for in a clause: a value rather than a difference, else the first one.
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

/// The names that a clause does not say and needs: the paper's system, else its title, and what a
/// later clause is about.
std::vector<std::string_view> names_before(std::string_view text, std::string_view subject,
                                           const ResultContext& context, bool is_later) {
  const bool says_subject = subject.empty() || !find_name(text, subject).empty();
  std::vector<std::string_view> names;
  if (context.system.empty()) {
    names.push_back(context.title);
    if (!says_subject) names.push_back(subject);
  } else if (!says_subject) {
    names.push_back(subject);
  } else if (subject.empty() && (is_later || !says_name(text, context.system))) {
    names.push_back(context.system);
  }
  return names;
}

std::expected<ResultQuestion, ResultRefusal> ask_clause(std::string_view sentence,
                                                        const Clause& clause,
                                                        const ResultContext& context) {
  const std::string_view text = slice(sentence, clause.range);
  const auto asked = number_to_ask(text);
  if (!asked) return std::unexpected(asked.error());
  if (text::count_code_points(text) + text::count_code_points(clause.ending) > most_clause) {
    return std::unexpected(ResultRefusal::too_long);
  }
  ResultQuestion question;
  question.clause = clause;
  question.has_topic = has_own_topic(text, *asked);
  const bool is_later = clause.first > 0;
  const auto subject = is_later ? subject_of(sentence, context) : std::nullopt;
  if (is_later && !subject && !question.has_topic) return std::unexpected(ResultRefusal::leans);
  question.names = names_before(text, subject.value_or(""), context, is_later);
  if (leans(text) || is_list(text)) return std::unexpected(ResultRefusal::leans);
  if (!names_metric(text)) return std::unexpected(ResultRefusal::no_metric);
  // What something rose or fell from is what it is measured against.
  const bool says_start = std::ranges::any_of(find_metric_numbers(text), &MetricNumber::is_before);
  if (!says_start && !says_setting(text, context)) {
    return std::unexpected(ResultRefusal::no_setting);
  }
  const std::string_view answer = slice(text, asked->range);
  const auto tells_answer = [&](std::string_view shown) { return tells(shown, answer); };
  if (tells_answer(text.substr(0, asked->range.start)) ||
      tells_answer(text.substr(asked->range.end)) ||
      std::ranges::any_of(question.names, tells_answer)) {
    return std::unexpected(ResultRefusal::told);
  }
  question.answer = {clause.range.start + asked->range.start,
                     clause.range.start + asked->range.end};
  return question;
}

}  // namespace

std::string_view reason_of(ResultRefusal refusal) {
  switch (refusal) {
    case ResultRefusal::no_number:
      return "its results measure nothing";
    case ResultRefusal::too_long:
      return "no clause with a result is short enough";
    case ResultRefusal::leans:
      return "its result cannot be understood without the text around it";
    case ResultRefusal::no_metric:
      return "its result does not say what is measured";
    case ResultRefusal::no_setting:
      return "its result does not say on what it was measured, or against what";
    case ResultRefusal::several:
      return "its result is a list of numbers";
    case ResultRefusal::not_reached:
      return "its numbers are conditions, ranges or somebody else's";
    case ResultRefusal::told:
      return "its result gives the number away";
  }
  return {};
}

std::expected<ResultQuestion, ResultRefusal> ask_result(std::string_view sentence,
                                                        const ResultContext& context) {
  std::optional<ResultQuestion> best;
  ResultRefusal refusal = ResultRefusal::no_number;
  std::tuple<std::ptrdiff_t, bool, std::size_t> least;
  for (const Clause& clause : clauses_of(sentence)) {
    auto asked = ask_clause(sentence, clause, context);
    if (!asked) {
      refusal = std::max(refusal, asked.error());
      continue;
    }
    // One number, one clause, its subject in place.
    const auto numbers = find_metric_numbers(slice(sentence, clause.range));
    const std::tuple cost = {std::ranges::count(numbers, false, &MetricNumber::is_before),
                             clause.first > 0 && !asked->has_topic, clause.parts};
    if (best && least <= cost) continue;
    best = *std::move(asked);
    least = cost;
  }
  if (!best) return std::unexpected(refusal);
  return *std::move(best);
}

}  // namespace galpi::exporters::anki
