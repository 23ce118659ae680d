#include "limitation.hpp"

#include <algorithm>
#include <array>

#include "sentences.hpp"

namespace galpi::exporters::anki {
namespace {

bool contains_any(std::string_view text, const auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.contains(word); });
}

/// The digest says that there is nothing to say.
bool says_nothing(std::string_view sentence) {
  constexpr auto phrases = std::to_array<std::string_view>(
      {"언급되지 않", "명시되지 않", "제시되지 않", "기술되지 않", "제시되어 있지 않", "정보 부족",
       "알 수 없", "제공되지 않", "논의되지 않", "언급이 없"});
  // Said of limitations these say nothing; said of anything else they may be one.
  constexpr auto silences =
      std::to_array<std::string_view>({"기술하지 않", "언급하지 않", "명시하지 않", "제시하지 않",
                                       "논의하지 않", "밝히지 않", "서술하지 않"});
  constexpr auto limits = std::to_array<std::string_view>({"한계", "제한", "단점"});
  return contains_any(sentence, phrases) ||
         (contains_any(sentence, limits) && contains_any(sentence, silences));
}

/// `일부 작업에서 개선 여지가 있다`: which, and why? Nobody could answer that.
bool is_vague(std::string_view sentence) {
  constexpr auto unfinished =
      std::to_array<std::string_view>({"현재 진행형", "향후 과제로 남", "지속적인 연구"});
  constexpr auto shortfalls = std::to_array<std::string_view>(
      {"개선 여지", "개선의 여지", "여지가 있", "여지가 존재", "완전하게 해결", "완전히 해결",
       "한계가 존재", "한계가 있", "일부 한계", "일부 제한", "제약이 있"});
  constexpr auto causes = std::to_array<std::string_view>(
      {"로 인해", "때문", "하여", "되어", "과 같은", "와 같은", " 등", "므로"});
  constexpr auto empty_words =
      std::to_array<std::string_view>({"제한점이 존재", "제한점이 있", "추가 연구가 필요한 한계"});
  if (contains_any(sentence, unfinished)) return true;
  if (contains_any(sentence, empty_words) && !contains_any(sentence, causes)) return true;
  return sentence.contains("일부 ") && contains_any(sentence, shortfalls) &&
         !contains_any(sentence, causes);
}

/// Three facts or more, however short: a set, and sets are not learned.
bool is_enumeration(std::string_view sentence) {
  constexpr auto joints =
      std::to_array<std::string_view>({"며,", "며 ", "고,", "으나,", "지만,", "(1)", "(2)"});
  std::ptrdiff_t found = 0;
  for (const std::string_view joint : joints) {
    for (std::size_t at = sentence.find(joint); at != std::string_view::npos;
         at = sentence.find(joint, at + 1)) {
      ++found;
    }
  }
  return found >= 2;
}

/// What only says that the sentence is about the paper; its card does already.
std::size_t opening_of(std::string_view sentence) {
  constexpr auto openings = std::to_array<std::string_view>(
      {"본 연구에서 제안한 방법은 ", "본 연구는 ", "본 논문은 ", "본 방법은 ", "본 기법은 ",
       "본 접근법은 ", "본 모델은 ", "제안 방법은 ", "제안된 방법은 ", "제안한 방법은 ",
       "제안 방식은 ", "제안된 기법은 ", "제안 기법은 ", "본 연구에서는 ", "본 연구에서 ",
       "연구는 ", "현재 제안 기법은 "});
  const auto* const found = std::ranges::find_if(
      openings, [&](std::string_view opening) { return sentence.starts_with(opening); });
  return found == openings.end() ? 0 : found->size();
}

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_of_name(char c) {
  return is_latin(c) || (c >= '0' && c <= '9') || std::string_view("-+^.").contains(c);
}

}  // namespace

std::size_t length_outside_brackets(std::string_view text) {
  std::size_t length = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c == U'(') ++depth;
    if (depth == 0) ++length;
    if (c == U')' && depth > 0) --depth;
  }
  return depth == 0 ? length : text::count_code_points(text);
}

std::expected<text::ByteRange, std::string_view> limitation_stretch(std::string_view sentence,
                                                                    std::size_t most) {
  if (!is_whole(sentence)) return std::unexpected("its limitation breaks off");
  if (says_nothing(sentence)) return std::unexpected("its digest says that it states none");
  if (leans(sentence)) {
    return std::unexpected("its limitation cannot be understood without the text around it");
  }
  if (is_vague(sentence)) return std::unexpected("its limitation does not say what or why");
  if (is_enumeration(sentence)) return std::unexpected("its limitation is several");
  text::ByteRange range = {0, static_cast<std::uint32_t>(sentence.size())};
  if (length_outside_brackets(sentence) > most) {
    range.start = static_cast<std::uint32_t>(opening_of(sentence));
  }
  if (length_outside_brackets(sentence.substr(range.start)) > most) {
    return std::unexpected("its limitation is too long");
  }
  return range;
}

std::string_view latin_topic(std::string_view sentence) {
  constexpr auto particles =
      std::to_array<std::string_view>({"는 ", "은 ", "가 ", "이 ", "에서는 ", "에서의 "});
  for (std::size_t at = 0; at < sentence.size();) {
    std::size_t end = at;
    while (end < sentence.size() && is_of_name(sentence[end])) ++end;
    const std::string_view word = sentence.substr(at, end - at);
    at = end + 1;
    const auto capitals = std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (capitals < 2) continue;
    const std::string_view behind = sentence.substr(end);
    if (std::ranges::any_of(particles,
                            [&](auto particle) { return behind.starts_with(particle); })) {
      return word;
    }
  }
  return {};
}

}  // namespace galpi::exporters::anki
