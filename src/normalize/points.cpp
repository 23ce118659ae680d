#include "points.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "block_text.hpp"
#include "keys.hpp"
#include "name_key.hpp"

namespace galpi::normalize {

using model::Block;
using model::BlockType;
using model::MarkType;

namespace {

constexpr std::array<std::string_view, 3> label_names = {"goal", "motivation", "contribution"};

/// What a label may say, as an index of label_names.
constexpr auto label_words = NameTable(std::to_array<std::pair<std::string_view, std::size_t>>({
    {"goal", 0},
    {"goals", 0},
    {"objective", 0},
    {"objectives", 0},
    {"aim", 0},
    {"purpose", 0},
    {"researchgoal", 0},
    {"목표", 0},
    {"목적", 0},
    {"연구목표", 0},
    {"연구목적", 0},
    {"핵심목표", 0},
    {"motivation", 1},
    {"motivations", 1},
    {"background", 1},
    {"problem", 1},
    {"challenge", 1},
    {"동기", 1},
    {"연구동기", 1},
    {"배경", 1},
    {"연구배경", 1},
    {"배경및동기", 1},
    {"문제", 1},
    {"문제의식", 1},
    {"문제점", 1},
    {"필요성", 1},
    {"contribution", 2},
    {"contributions", 2},
    {"keycontribution", 2},
    {"keycontributions", 2},
    {"maincontribution", 2},
    {"maincontributions", 2},
    {"novelty", 2},
    {"기여", 2},
    {"기여점", 2},
    {"연구기여", 2},
    {"핵심기여", 2},
    {"주요기여", 2},
    {"기여사항", 2},
    {"공헌", 2},
    {"핵심공헌", 2},
    {"주요공헌", 2},
    {"학술적기여", 2},
}));

/// Each point is cut out of its paragraph, so there must be a limit; a digest has three.
constexpr std::size_t most_point_lines = 64;

/// The longest label with a translation in brackets is well below this.
constexpr std::size_t longest_label = 64;

std::optional<std::size_t> label_of_word(std::string_view word) {
  const std::size_t* const label = label_words.find(NameKey(word).view());
  return label != nullptr ? std::optional(*label) : std::nullopt;
}

/// `목표`, `목표(Goal)`, `Goal / 목표`: every part must name the same label.
std::optional<std::size_t> label_of(std::string_view text) {
  std::optional<std::size_t> label;
  while (!text.empty()) {
    std::size_t end = 0;
    while (end < text.size() && !std::string_view("()/[]").contains(text[end])) ++end;
    const std::string_view part = text.substr(0, end);
    if (!has_no_letters(part)) {
      const auto found = label_of_word(part);
      if (!found || (label && *label != *found)) return std::nullopt;
      label = found;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return label;
}

/// Whether some label begins with the letter that `text` begins with: the first letters of
/// label_words.
bool may_begin_label(std::string_view text) {
  if (text.empty()) return false;
  const auto byte = static_cast<unsigned char>(text[0]);
  if (byte < 0x80) return std::string_view("gGoOaApPrRmMbBcCkKnN").contains(text[0]);
  constexpr std::u32string_view syllables = U"목연핵동배문필기주공학";
  std::size_t next = 0;
  return syllables.contains(text::next_code_point(text, next));
}

/// Bytes of white space, separators and closing marks at the start of `text`.
std::uint32_t separator_length(std::string_view text) {
  std::size_t length = 0;
  for (bool more = true; more;) {
    more = false;
    for (std::string_view piece : {" ", "\n", ":", "：", "]", "】", ")"}) {
      if (!text.substr(length).starts_with(piece)) continue;
      length += piece.size();
      more = true;
    }
  }
  for (std::string_view dash : {"- ", "– ", "— ", "—"}) {
    if (text.substr(length).starts_with(dash)) {
      length += dash.size();
      break;
    }
  }
  while (text.substr(length).starts_with(' ')) ++length;
  return static_cast<std::uint32_t>(length);
}

/// What a separator begins with; nearly every paragraph is searched for one.
constexpr std::array<bool, 256> make_separator_bytes() {
  std::array<bool, 256> bytes{};
  for (const std::size_t byte : {0x3AU, 0x5DU, 0x20U, 0xEFU, 0xE3U, 0xE2U}) bytes[byte] = true;
  return bytes;
}
constexpr std::array<bool, 256> separator_bytes = make_separator_bytes();

/// Where the label of `text` ends: before the first separator. npos when there is none.
std::size_t find_separator(std::string_view text) {
  text = text.substr(0, longest_label);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!separator_bytes[static_cast<unsigned char>(text[i])]) continue;
    if (text[i] == ':' || text[i] == ']') return i;
    for (std::string_view separator : {"：", "】", " - ", " – ", " — ", "—"}) {
      if (text.substr(i).starts_with(separator)) return i;
    }
  }
  return std::string_view::npos;
}

PointLabel label_with_length(std::size_t label, std::string_view text, std::size_t end) {
  const std::uint32_t separator = separator_length(text.substr(end));
  return {label_names[label], static_cast<std::uint32_t>(end) + separator};
}

bool is_point_list(const Block& block) {
  return block.type == BlockType::list && block.label != "footnotes" && !block.children.empty() &&
         std::ranges::none_of(block.children, [](const Block& item) {
           return item.type != BlockType::item || item.label.has_value();
         });
}

/// The block that has the first text of an item: the item itself, or its first paragraph.
Block& text_holder(Block& item) {
  const bool in_child = item.text.empty() && !item.children.empty() &&
                        item.children.front().type == BlockType::paragraph;
  return in_child ? item.children.front() : item;
}

void label_point(Block& point) {
  point.type = BlockType::point;
  Block& holder = text_holder(point);
  const auto label = point_label_at(holder, 0);
  if (!label) return;
  point.label = label->name;
  erase_text(holder, 0, label->length);
}

std::size_t count_distinct_labels(Block& list) {
  std::array<bool, 3> seen{};
  for (Block& item : list.children) {
    const auto label = point_label_at(text_holder(item), 0);
    if (!label) continue;
    seen[static_cast<std::size_t>(std::ranges::find(label_names, label->name) -
                                  label_names.begin())] = true;
  }
  return static_cast<std::size_t>(std::ranges::count(seen, true));
}

/// A paragraph whose lines begin with labels becomes one point per label; lines between them belong
/// to the point before. Nothing when the first line has no label.
std::vector<Block> points_of_paragraph(const Block& paragraph) {
  std::vector<Block> points;
  if (!point_label_at(paragraph, 0)) return points;
  std::vector<std::uint32_t> starts;
  const std::vector<text::ByteRange> lines = source_lines(paragraph);
  if (lines.size() > most_point_lines) return points;
  for (const text::ByteRange line : lines) {
    if (point_label_at(paragraph, line.start)) starts.push_back(line.start);
  }
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto end =
        i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(paragraph.text.size());
    Block point = slice_of(paragraph, starts[i], end);
    if (i == 0) point.at = paragraph.at;
    trim_text(point);
    label_point(point);
    points.push_back(std::move(point));
  }
  return points;
}

void label_by_order(std::vector<Block>& blocks, Report& report) {
  const bool three_without_labels =
      blocks.size() == label_names.size() && std::ranges::all_of(blocks, [](const Block& block) {
        return block.type == BlockType::point && !block.label;
      });
  if (!three_without_labels) return;
  for (std::size_t i = 0; i < label_names.size(); ++i) blocks[i].label = label_names[i];
  report(DiagnosticCode::points_unlabelled, blocks.front().at,
         "three points without labels; read as goal, motivation and contribution, in this order",
         "start the points with `Goal:`, `Motivation:` and `Contribution:`");
}

}  // namespace

std::optional<PointLabel> point_label_at(const Block& block, std::uint32_t start) {
  // Every point and paragraph of a blog is asked; most say no with their first letter.
  const std::string_view text = std::string_view(block.text).substr(start);
  std::size_t lead = 0;  // an opening bracket or a symbol before the word
  while (lead < text.size() && lead < 16) {
    std::size_t next = lead;
    if (text::is_letter_or_digit(text::next_code_point(text, next))) break;
    lead = next;
  }
  const std::string_view word = text.substr(lead);
  if (!may_begin_label(word)) return std::nullopt;
  if (const std::size_t end = find_separator(word); end != std::string_view::npos) {
    if (const auto label = label_of(word.substr(0, end))) {
      return label_with_length(*label, text, lead + end);
    }
  }
  // Bold alone separates as well: `**Goal** text`.
  for (const model::Mark& mark : block.marks) {
    if (mark.start > start + lead) break;
    const bool at_start = mark.start <= start + lead && mark.end > start + lead;
    if (mark.type != MarkType::strong || !at_start || mark.end - start > longest_label) continue;
    if (const auto label = label_of(text.substr(lead, mark.end - start - lead))) {
      return label_with_length(*label, text, mark.end - start);
    }
  }
  return std::nullopt;
}

void make_points(model::Section& section, Report& report) {
  const bool introduction = section.kind == model::SectionKind::introduction;
  const bool may_have_points = std::ranges::any_of(section.blocks, [](const Block& block) {
    return block.type == BlockType::list ||
           (block.type == BlockType::paragraph && point_label_at(block, 0));
  });
  if (!may_have_points) return;
  std::vector<Block> blocks;
  blocks.reserve(section.blocks.size() + 2);
  for (Block& block : section.blocks) {
    if (is_point_list(block) && (introduction || count_distinct_labels(block) >= 2)) {
      for (Block& item : block.children) {
        label_point(item);
        blocks.push_back(std::move(item));
      }
      continue;
    }
    if (block.type == BlockType::paragraph) {
      std::vector<Block> points = points_of_paragraph(block);
      if (introduction ? !points.empty() : points.size() >= 2) {
        std::ranges::move(points, std::back_inserter(blocks));
        continue;
      }
    }
    blocks.push_back(std::move(block));
  }
  section.blocks = std::move(blocks);
  if (introduction) label_by_order(section.blocks, report);
}

}  // namespace galpi::normalize
