#include "introduced_name.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "name_likeness.hpp"

namespace galpi::normalize {
namespace {

constexpr std::size_t most_tail = 240;  ///< bytes: what is said of a name is said near it

constexpr auto nouns = std::to_array<std::string_view>(
    {"프레임워크",  "모델",     "기법",   "방법론",   "방법",   "벤치마크",   "데이터셋",
     "데이터 세트", "알고리즘", "시스템", "아키텍처", "방식",   "파이프라인", "전략",
     "도구",        "네트워크", "플랫폼", "에이전트", "학습법", "코퍼스",     "말뭉치"});
constexpr auto verbs =
    std::to_array<std::string_view>({"제안", "개발", "공개", "제시", "구축", "소개", "설계"});
constexpr auto adverbs = std::to_array<std::string_view>({"새롭게 ", "새로 ", "처음으로 "});

bool strip(std::string_view& text, const auto& prefixes) {
  const auto found =
      std::ranges::find_if(prefixes, [&](auto prefix) { return text.starts_with(prefix); });
  if (found == std::end(prefixes)) return false;
  text.remove_prefix(found->size());
  return true;
}

/// `를 제안`, `을 새롭게 구축`.
bool is_object_of_verb(std::string_view text) {
  constexpr auto particles = std::to_array<std::string_view>({"를 ", "을 "});
  if (!strip(text, particles)) return false;
  while (strip(text, adverbs)) {
  }
  return std::ranges::any_of(verbs, [&](auto verb) { return text.starts_with(verb); });
}

/// What stands behind the name's bracket or within which it closes, up to the end of the sentence.
std::optional<std::string_view> tail_of(std::string_view text, std::size_t end) {
  std::string_view tail = text.substr(end, most_tail);
  constexpr auto quotes = std::to_array<std::string_view>({"’", "'", "”", "\"", "」", "`"});
  strip(tail, quotes);
  if (tail.starts_with(')')) {
    tail.remove_prefix(1);
  } else if (tail.starts_with('(')) {
    const std::size_t close = tail.find(')');
    if (close == std::string_view::npos) return std::nullopt;
    tail.remove_prefix(close + 1);
  }
  return tail.substr(0, std::min(tail.find(". "), tail.find('\n')));
}

/// Whether an object of a verb follows before the clause ends: `와 새로운 손실을 제안`.
bool is_proposed_along(std::string_view tail) {
  constexpr auto ends =
      std::to_array<std::string_view>({",", "하고", "하며", "하여", "해 ", "가지 ", " 등", "통해"});
  std::size_t limit = tail.size();
  for (const std::string_view end : ends) limit = std::min(limit, tail.find(end));
  for (std::size_t at = 1; at < limit; ++at) {
    // `A와 B를 제안`: neither is the paper's one name.
    const bool is_name = is_ascii_name(tail[at - 1]);
    if (is_object_of_verb(tail.substr(at))) return !is_name;
  }
  return false;
}

bool is_called(std::string_view tail) {
  constexpr auto called = std::to_array<std::string_view>({"이라는 ", "라는 "});
  if (!strip(tail, called)) return false;
  for (std::size_t at = 0; at < tail.size(); ++at) {
    if (is_object_of_verb(tail.substr(at))) return true;
  }
  return false;
}

bool is_topic(std::string_view tail) { return tail.starts_with("는 ") || tail.starts_with("은 "); }

}  // namespace

Introduction introduction_of(std::string_view text, text::ByteRange name, std::size_t opening) {
  const auto tail = tail_of(text, name.end);
  if (!tail) return Introduction::none;
  if (is_called(*tail)) return Introduction::called;
  std::string_view rest = *tail;
  if (rest.starts_with(' ')) {
    rest.remove_prefix(1);
    if (!strip(rest, nouns)) return Introduction::none;
  }
  if (is_object_of_verb(rest)) return Introduction::proposed;
  constexpr auto joints = std::to_array<std::string_view>({"와 ", "과 "});
  if (std::string_view others = rest; strip(others, joints) && is_proposed_along(others)) {
    return Introduction::beside;
  }
  if (!is_topic(rest)) return Introduction::none;
  constexpr auto owners = std::to_array<std::string_view>({"제안된 ", "제안한 ", "제안하는 "});
  const std::string_view before = text.substr(0, name.start);
  if (std::ranges::any_of(owners, [&](auto owner) { return before.ends_with(owner); })) {
    return Introduction::topic;
  }
  return name.start == opening ? Introduction::opens : Introduction::none;
}

bool is_of_data(std::string_view name) {
  constexpr auto endings =
      std::to_array<std::string_view>({"QA", "Bench", "bench", "BENCH", "Set", "Corpus", "Data"});
  if (name.ends_with('K') || name.ends_with('M')) {
    name.remove_suffix(1);
    return !name.empty() && name.back() >= '0' && name.back() <= '9';
  }
  return std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); });
}

}  // namespace galpi::normalize
