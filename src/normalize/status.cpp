#include "status.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "galpi/base/diagnostic.hpp"
#include "galpi/text/utf8.hpp"
#include "keys.hpp"

namespace galpi::normalize {

using model::Block;
using model::BlockType;
using model::SectionStatus;

namespace {

/// As key_of() gives them, so spaces and punctuation are free.
constexpr std::string_view not_stated_keys[] = {
    "정보부족",
    "정보없음",
    "정보가부족",
    "정보불충분",
    "관련정보부족",
    "관련정보없음",
    "명시되지않음",
    "명시되어있지않음",
    "명시안됨",
    "명시없음",
    "언급없음",
    "언급되지않음",
    "언급안됨",
    "기술되지않음",
    "서술되지않음",
    "기재되지않음",
    "미기재",
    "미언급",
    "미명시",
    "해당없음",
    "해당사항없음",
    "확인불가",
    "알수없음",
    "없음",
    "내용없음",
    "제공되지않음",
    "제시되지않음",
    "na",
    "none",
    "notstated",
    "notspecified",
    "notmentioned",
    "notavailable",
    "notapplicable",
    "notprovided",
    "notdiscussed",
    "unknown",
    "noinformation",
    "insufficientinformation",
};

/// Where the digest says that the paper does not say so; longer ones first.
constexpr std::string_view places[] = {
    "본논문에서", "본논문에", "논문에서", "논문에는", "논문에",     "본문에서",
    "본문에는",   "본문에",   "원문에",   "초록에",   "구체적으로", "명확히",
};

constexpr std::string_view endings[] = {"합니다",     "입니다", "됩니다", "이다", "하다",
                                        "하다고한다", "함",     "임",     "됨"};

/// 명시되지 않았다, 않았음, 않았습니다 → 않음.
std::string unified(std::string key) {
  for (std::string_view past : {"않았습니다", "않았다", "않았음", "않는다", "않습니다", "않다"}) {
    if (key.ends_with(past)) return key.substr(0, key.size() - past.size()) + "않음";
  }
  for (std::string_view past : {"없습니다", "없었다", "없다"}) {
    if (key.ends_with(past)) return key.substr(0, key.size() - past.size()) + "없음";
  }
  return key;
}

bool is_not_stated_key(std::string_view key) {
  return std::ranges::find(not_stated_keys, key) != std::end(not_stated_keys);
}

/// Only dashes, as one types to leave a field empty.
bool is_dash(std::string_view text) {
  if (text.empty()) return false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (c != '-' && (c < 0x2010 || c > 0x2015)) return false;
  }
  return true;
}

/// Ends of words after which a Korean sentence must go on. Nouns that happen to end so (마을, 경로,
/// 효과) are kept out by taking only unmistakable ones.
constexpr std::string_view open_endings[] = {
    "에서",   "으로",   "에게",   "에는",   "에도", "에서는", "으로써", "으며", "하며",
    "되며",   "이며",   "지며",   "하고",   "되고", "이고",   "있고",   "없고", "않고",
    "면서",   "지만",   "하면",   "되면",   "으면", "려면",   "하여",   "되어", "통해",
    "위해",   "대해",   "의해",   "따라",   "위한", "대한",   "통한",   "의한", "관한",
    "같은",   "도록",   "거나",   "는데",   "인데", "한데",   "적인",   "및",   "또는",
    "그리고", "하지만", "그러나", "따라서", "특히", "기반한",
};

bool ends_with_object_or_topic(std::string_view word) {
  std::size_t i = word.size();
  const char32_t particle = text::previous_code_point(word, i);
  if (i == 0) return false;
  const char32_t before = text::previous_code_point(word, i);
  if (particle == U'를' || particle == U'는') return true;
  const bool after_consonant =
      text::is_hangul_syllable(before) && text::final_consonant(before) != 0;
  return (particle == U'을' || particle == U'은') && after_consonant;
}

bool ends_open(std::string_view word) {
  if (ends_with_object_or_topic(word)) return true;
  return std::ranges::any_of(open_endings, [&](std::string_view ending) {
    // 및 and its like are words of their own; the others end one.
    const bool whole = ending.size() <= 3;
    return whole ? word == ending : word.ends_with(ending);
  });
}

bool has_open_bracket(std::string_view text) {
  int depth = 0;
  for (char c : text) {
    if (c == '(') ++depth;
    if (c == ')') depth = std::max(0, depth - 1);
  }
  return depth > 0;
}

/// A piece of prose that ought to be a sentence: shorter ones are labels or names.
constexpr std::size_t shortest_prose = 24;

const Block* last_prose(const std::vector<Block>& blocks) {
  if (blocks.empty()) return nullptr;
  const Block& last = blocks.back();
  const bool holds_prose = last.type == BlockType::paragraph || last.type == BlockType::point ||
                           last.type == BlockType::list || last.type == BlockType::item;
  if (!holds_prose) return nullptr;
  return last.children.empty() ? &last : last_prose(last.children);
}

/// Longer text says more than that nothing is said.
constexpr std::size_t longest_not_stated = 120;

/// The text of the blocks when it is short; false when it is not.
bool collect_short_text(const std::vector<Block>& blocks, std::string& text, bool& has_other) {
  for (const Block& block : blocks) {
    if (text.size() + block.text.size() > longest_not_stated) return false;
    text += block.text;
    has_other = has_other || !block.marks.empty() || block.type == BlockType::rule ||
                block.type == BlockType::image || block.type == BlockType::code;
    if (!collect_short_text(block.children, text, has_other)) return false;
  }
  return true;
}

/// The line below a heading without blocks, when it is a dash: Markdown reads an empty bullet
/// there.
std::optional<At> dash_below(const model::Section& section, const Report& report) {
  std::size_t number = section.at.line + std::size_t{1};
  while (number <= report.line_count() && trimmed(report.line(number)).empty()) ++number;
  const std::string_view line = trimmed(report.line(number));
  if (!is_dash(line) || line.size() > 3 || line == "---") return std::nullopt;
  return At{static_cast<std::uint32_t>(number), 1};
}

void report_not_stated(model::Section& section, At at, Report& report) {
  section.status = SectionStatus::not_stated;
  report(DiagnosticCode::section_not_stated, at,
         "the digest says that the paper does not state this");
}

void report_break(const Block& block, Report& report) {
  auto last = static_cast<std::size_t>(block.text.size());
  text::previous_code_point(block.text, last);
  report(DiagnosticCode::section_truncated,
         model::position_in_source(block, static_cast<std::uint32_t>(last)),
         "the text breaks off here; kept as it is and marked as truncated",
         "finish the sentence or end it with a full stop");
}

}  // namespace

bool means_not_stated(std::string_view text) {
  if (text.size() > longest_not_stated) return false;
  if (is_dash(trimmed(text))) return true;
  std::string key = unified(key_of(text));
  for (std::string_view place : places) {
    if (key.starts_with(place)) key.erase(0, place.size());
  }
  if (is_not_stated_key(key)) return true;
  return std::ranges::any_of(endings, [&](std::string_view ending) {
    return key.ends_with(ending) &&
           is_not_stated_key(std::string_view(key).substr(0, key.size() - ending.size()));
  });
}

bool breaks_off(std::string_view text) {
  text = trimmed(text);
  if (text.size() < shortest_prose || !text.contains(' ')) return false;
  std::size_t i = text.size();
  const char32_t last = text::previous_code_point(text, i);
  if (last == ',' || last == '(' || last == U'·') return true;
  if (!text::is_letter_or_digit(last)) return false;
  if (has_open_bracket(text.substr(text.rfind('\n') + 1))) return true;
  if (!text::is_hangul_syllable(last)) return false;
  return ends_open(text.substr(text.find_last_of(" \n") + 1));
}

void set_status(model::Section& section, bool is_parent, Report& report) {
  if (section.blocks.empty()) {
    if (is_parent || !section.heading) return;
    if (const auto dash = dash_below(section, report)) {
      return report_not_stated(section, *dash, report);
    }
    section.status = SectionStatus::missing;
    report(DiagnosticCode::section_empty, section.at,
           "`" + quote_for_message(*section.heading) + "` has no text; marked as missing");
    return;
  }
  std::string text;
  bool has_other = false;
  const bool is_short = collect_short_text(section.blocks, text, has_other);
  const bool empty_item = is_short && !has_other && trimmed(text).empty();  // a lone `-`
  if (empty_item || (is_short && means_not_stated(text))) {
    return report_not_stated(section, section.blocks.front().at, report);
  }
  const auto check = [&](const Block* block) {
    if (block == nullptr || !breaks_off(block->text)) return;
    section.status = SectionStatus::truncated;
    report_break(*block, report);
  };
  for (const Block& block : section.blocks) {
    const bool last = &block == &section.blocks.back();
    if (block.type == BlockType::point && !last && block.children.empty()) check(&block);
  }
  check(last_prose(section.blocks));
}

}  // namespace galpi::normalize
