#include "result_question.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "asked_number.hpp"
#include "metric_numbers.hpp"
#include "names.hpp"
#include "sentences.hpp"
#include "setting.hpp"

namespace galpi::exporters::anki {
namespace {

constexpr std::size_t most_front = 120;  ///< code points, with the names before it

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
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

/// The title as far as it names the paper, where there is no room for what explains it behind its
/// colon.
std::string_view short_title(std::string_view title) {
  const std::size_t colon = title.find(": ");
  return colon == std::string_view::npos || colon == 0 ? title : title.substr(0, colon);
}

/// The names that a clause does not say and needs: the paper's system, else its title, and what a
/// later clause is about.
std::vector<std::string_view> names_before(std::string_view text, std::string_view subject,
                                           const ResultContext& context, bool is_later) {
  const bool says_subject = subject.empty() || !find_name(text, subject).empty();
  std::vector<std::string_view> names;
  if (context.system.empty()) {
    names.push_back(context.title);
    if (!says_subject && !contains_name(context.title, subject)) names.push_back(subject);
  } else if (!says_subject) {
    names.push_back(subject);
  } else if (subject.empty() && (is_later || !says_name(text, context.system))) {
    names.push_back(context.system);
  }
  return names;
}

/// The `는` of `동굴에서는`, which sets a clause against the one before; nothing stands before it
/// now.
std::optional<text::ByteRange> contrast_at_start(std::string_view text, std::uint32_t start) {
  constexpr std::string_view contrast = "에서는 ";
  constexpr auto particle = static_cast<std::uint32_t>(std::string_view("는").size());
  constexpr std::size_t near = 60;  // bytes: a score of syllables
  const std::size_t at = text.find(contrast);
  if (at == std::string_view::npos || at > near) return std::nullopt;
  const std::string_view before = text.substr(0, at);
  if (before.contains("는 ") || before.contains("은 ") || before.contains(',')) return std::nullopt;
  const std::uint32_t end = start + static_cast<std::uint32_t>(at + contrast.size() - 1);
  return text::ByteRange{end - particle, end};
}

/// Code points of a front: the names before the clause, with a dash each, and the clause.
std::size_t length_of(std::string_view clause, const ResultQuestion& question) {
  constexpr std::size_t dash = 3;
  std::size_t length =
      text::count_code_points(clause) + text::count_code_points(question.clause.ending);
  for (const std::string_view name : question.names) {
    length += text::count_code_points(name) + dash;
  }
  return length;
}

/// Where the part of a clause that has the number begins: behind the last comma before it.
std::size_t last_part_start(std::string_view clause, const MetricNumber& number) {
  const std::size_t comma = clause.substr(0, number.range.start).rfind(", ");
  return comma == std::string_view::npos ? 0 : comma + 2;
}

std::expected<ResultQuestion, ResultRefusal> ask_clause(std::string_view sentence,
                                                        const Clause& clause,
                                                        const ResultContext& context) {
  const std::string_view text = slice(sentence, clause.range);
  const auto asked = number_to_ask(text);
  if (!asked) return std::unexpected(asked.error());
  ResultQuestion question;
  question.clause = clause;
  question.has_topic = has_own_topic(text, *asked);
  const bool is_later = clause.first > 0;
  const auto subject = is_later ? subject_of(sentence, context) : std::nullopt;
  if (is_later && !subject && !question.has_topic) return std::unexpected(ResultRefusal::leans);
  if (is_later) question.contrast = contrast_at_start(text, clause.range.start);
  question.names = names_before(text, subject.value_or(""), context, is_later);
  const auto is_too_long = [&] { return length_of(text, question) > most_front; };
  if (is_too_long() && context.system.empty()) question.names.front() = short_title(context.title);
  if (is_too_long()) return std::unexpected(ResultRefusal::too_long);
  if (leans(text) || is_list(text)) return std::unexpected(ResultRefusal::leans);
  if (!names_metric(text)) return std::unexpected(ResultRefusal::no_metric);
  // What something rose or fell from is what it is measured against.
  const bool says_start = std::ranges::any_of(find_metric_numbers(text), &MetricNumber::is_before);
  if (!says_start && !says_setting(text, context.system, context.title, asked->is_change)) {
    return std::unexpected(ResultRefusal::no_setting);
  }
  // `정확도는 84.2%`: the clauses before it said of what.
  const std::string_view own = text.substr(last_part_start(text, *asked));
  if (is_later && question.has_topic && lacks_ground(own, context.system)) {
    return std::unexpected(ResultRefusal::leans);
  }
  // A gap between two values that are not told.
  if (text.contains("성능 격차")) return std::unexpected(ResultRefusal::no_metric);
  const bool has_benchmark = names_benchmark(text, context.system);
  if (is_bare_performance(text, *asked) && !has_benchmark) {
    return std::unexpected(ResultRefusal::no_metric);
  }
  if (counts_unnamed(text, context.system)) return std::unexpected(ResultRefusal::no_setting);
  const bool says_own_part = is_name_of_data(context.system) && says_part(text, context.system);
  if (has_nameless_subject(text) && !has_benchmark && !says_own_part) {
    return std::unexpected(ResultRefusal::no_system);
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
    case ResultRefusal::no_system:
      return "its result does not say whose it is";
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
