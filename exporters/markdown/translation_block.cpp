#include "translation_block.hpp"

#include <algorithm>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::markdown {
namespace {

using model::Block;
using model::Mark;
using model::MarkType;
using model::Sentence;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool is_within(const Mark& mark, const Sentence& sentence) {
  return mark.start >= sentence.start && mark.end <= sentence.end;
}

/// The dollar that closes a formula begun at `open`, or npos (pandoc's rule).
std::size_t formula_end(std::string_view text, std::size_t open) {
  if (open + 1 >= text.size() || is_space(text[open + 1])) return std::string_view::npos;
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '$') {
      return i == open + 1 || is_space(text[i - 1]) ? std::string_view::npos : i;
    }
  }
  return std::string_view::npos;
}

/// Memories hold inline formulas as `$…$`. A dollar in a sentence without formulas is money.
void read_formulas(Block& english, std::string_view translation) {
  std::size_t copied = 0;
  for (std::size_t at = 0; (at = translation.find('$', at)) != std::string_view::npos;) {
    const std::size_t end = formula_end(translation, at);
    if (end == std::string_view::npos) {
      ++at;
      continue;
    }
    english.text.append(translation.substr(copied, at - copied));
    const auto start = static_cast<std::uint32_t>(english.text.size());
    english.text.append(translation.substr(at + 1, end - at - 1));
    english.marks.push_back(
        {MarkType::math, start, static_cast<std::uint32_t>(english.text.size()), {}});
    at = copied = end + 1;
  }
  english.text.append(translation.substr(copied));
}

bool is_word_at(std::string_view text, std::size_t start, std::size_t end) {
  std::size_t before = start;
  std::size_t after = end;
  const bool goes_on_before =
      start > 0 && text::is_letter_or_digit(text::previous_code_point(text, before));
  const bool goes_on_after =
      end < text.size() && text::is_letter_or_digit(text::next_code_point(text, after));
  return !goes_on_before && !goes_on_after;
}

/// Gives the translation the mark of the original if its words stand there exactly once.
void carry_mark(const Block& block, const Mark& mark, Block& english) {
  const bool is_wanted = mark.type == MarkType::link || mark.type == MarkType::code ||
                         mark.type == MarkType::strong || mark.type == MarkType::emphasis;
  const std::string_view words = slice(block, mark.start, mark.end);
  if (!is_wanted || words.size() < 2) return;
  const std::size_t at = english.text.find(words);
  if (at == std::string::npos || english.text.find(words, at + 1) != std::string::npos) return;
  const std::size_t end = at + words.size();
  const bool overlaps = std::ranges::any_of(
      english.marks, [&](const Mark& other) { return other.start < end && other.end > at; });
  if (overlaps || !is_word_at(english.text, at, end)) return;
  english.marks.push_back(
      {mark.type, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), mark.url});
}

/// Beyond this many marks nothing is carried over: searching for all of them is quadratic.
constexpr std::size_t most_carried = 64;

}  // namespace

std::string_view slice(const Block& block, std::uint32_t start, std::uint32_t end) {
  const std::string_view text = block.text;
  if (start >= text.size() || end <= start) return {};
  return text.substr(start, end - start);
}

Block translation_block(const Block& block, const Sentence& sentence) {
  Block english;
  std::string translation = sentence.translation;
  std::ranges::replace(translation, '\n', ' ');
  const bool has_formula = std::ranges::any_of(block.marks, [&](const Mark& mark) {
    return mark.type == MarkType::math && is_within(mark, sentence);
  });
  if (has_formula) {
    read_formulas(english, translation);
  } else {
    english.text = std::move(translation);
  }
  const auto first = std::ranges::lower_bound(block.marks, sentence.start, {}, &Mark::start);
  std::size_t tried = 0;
  for (auto mark = first; mark != block.marks.end() && mark->start < sentence.end; ++mark) {
    if (++tried > most_carried) break;
    if (is_within(*mark, sentence)) carry_mark(block, *mark, english);
  }
  std::ranges::sort(english.marks, {}, &Mark::start);
  return english;
}

}  // namespace galpi::exporters::markdown
