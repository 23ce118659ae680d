#include "landmarks.hpp"

#include <algorithm>

#include "block_text.hpp"
#include "keys.hpp"
#include "title_lines.hpp"

namespace galpi::normalize {

using ingest::RawBlock;
using model::Block;
using model::BlockType;
using model::MarkType;
using text::ByteRange;

namespace {

Landmark heading_landmark(const RawBlock& raw, std::size_t index) {
  const Block& heading = raw.block;
  Landmark landmark;
  landmark.block = index;
  landmark.level = raw.heading_level;
  landmark.alias = match_alias(heading.text);
  landmark.link = link_evidence(heading);
  landmark.closing = !(landmark.alias && landmark.alias->exact) && is_closing_heading(heading.text);
  if (const auto number = number_prefix(heading)) landmark.number = number->number;
  const auto label = metadata_label(heading, {0, static_cast<std::uint32_t>(heading.text.size())});
  landmark.title_label = label && label->kind == MetadataKind::title;
  return landmark;
}

/// The length of the first line of a paragraph of several when all of it is bold, or 0.
std::uint32_t bold_first_line(const Block& paragraph, std::uint32_t longest) {
  const auto first = std::ranges::find_if(paragraph.marks, [&](const model::Mark& mark) {
    return mark.type == MarkType::strong && mark.start == 0 && mark.end <= longest;
  });
  if (first == paragraph.marks.end()) return 0;
  const auto lines = source_lines(paragraph);
  const bool is_line = lines.size() > 1 && lines[0].end >= first->end &&
                       is_covered(paragraph, MarkType::strong, lines[0]);
  return is_line ? lines[0].end : 0;
}

/// A section's name that is bold and all of a paragraph, or that begins it and ends with a colon.
std::optional<Landmark> named_paragraph(const Block& paragraph, std::size_t index) {
  constexpr std::uint32_t longest_name = 80;
  const auto size = static_cast<std::uint32_t>(paragraph.text.size());
  Landmark landmark;
  landmark.block = index;
  const bool bold = size <= longest_name && is_covered(paragraph, MarkType::strong, {0, size});
  if (bold) {
    landmark.type = Landmark::Type::bold;
    landmark.label_length = size;
    landmark.alias = match_alias(paragraph.text);
    return landmark.alias ? std::optional(landmark) : std::nullopt;
  }
  if (const std::uint32_t name = bold_first_line(paragraph, longest_name)) {
    landmark.type = Landmark::Type::bold;
    landmark.label_length = name;
    landmark.alias = match_alias(std::string_view(paragraph.text).substr(0, name));
    if (landmark.alias && landmark.alias->exact) return landmark;
  }
  const std::string_view head = std::string_view(paragraph.text).substr(0, longest_name);
  const std::size_t ascii_colon = head.find(':');
  const std::size_t colon = std::min(ascii_colon, head.find("："));
  if (colon == std::string_view::npos) return std::nullopt;
  landmark.type = Landmark::Type::lead;
  landmark.alias = match_alias(head.substr(0, colon));
  if (!landmark.alias || !landmark.alias->exact) return std::nullopt;
  landmark.label_length = static_cast<std::uint32_t>(colon + (colon == ascii_colon ? 1 : 3));
  return landmark;
}

std::optional<Landmark> title_landmark(const Block& paragraph, std::size_t index) {
  const auto line = title_line(paragraph);
  if (!line) return std::nullopt;
  Landmark landmark;
  landmark.block = index;
  landmark.type = Landmark::Type::title;
  landmark.number = line->number;
  landmark.link = LinkEvidence::arxiv;
  landmark.strong = line->strong;
  landmark.listed = line->listed;
  return landmark;
}

/// `**[Title](…)**` right behind `# 1. Title` is the link that the heading lacks.
bool gives_link(const Block& line, const Block& heading, Landmark& landmark) {
  const std::string name = key_of(heading.text);
  const std::string title = key_of(read_paper_heading(line).title);
  const bool same = name.contains(title) || title.contains(name);
  if (same) landmark.link = LinkEvidence::arxiv;
  return same || landmark.number;
}

}  // namespace

std::vector<Landmark> find_landmarks(const std::vector<RawBlock>& blocks) {
  std::vector<Landmark> landmarks;
  landmarks.reserve(static_cast<std::size_t>(
      std::ranges::count_if(blocks, [](const RawBlock& raw) { return raw.heading_level > 0; })));
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const RawBlock& raw = blocks[i];
    if (raw.heading_level > 0) {
      landmarks.push_back(heading_landmark(raw, i));
      continue;
    }
    const MetadataEvidence metadata = metadata_evidence(raw.block);
    if (metadata.title || metadata.link) {
      Landmark landmark;
      landmark.block = i;
      landmark.type = Landmark::Type::metadata;
      landmark.metadata = metadata;
      landmarks.push_back(landmark);
    } else if (raw.block.type == BlockType::paragraph) {
      auto landmark = named_paragraph(raw.block, i);
      if (!landmark) landmark = title_landmark(raw.block, i);
      const bool behind_heading = i > 0 && blocks[i - 1].heading_level > 0;
      if (landmark && landmark->type == Landmark::Type::title && behind_heading &&
          gives_link(raw.block, blocks[i - 1].block, landmarks.back())) {
        continue;
      }
      if (landmark) landmarks.push_back(*landmark);
    }
  }
  return landmarks;
}

}  // namespace galpi::normalize
