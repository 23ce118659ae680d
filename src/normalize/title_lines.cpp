#include "title_lines.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "alias_match.hpp"
#include "block_text.hpp"
#include "galpi/normalize/arxiv.hpp"
#include "links.hpp"
#include "paper_heading.hpp"
#include "points.hpp"

namespace galpi::normalize {

using ingest::RawBlock;
using model::Block;
using model::BlockType;
using model::MarkType;

namespace {

constexpr std::size_t longest_title = 400;

/// The label of a title that was the item of a list without numbers.
constexpr const char* listed_title = "-";

/// The number of a list item, which part_title_lines() left as the label of its line.
std::optional<std::uint32_t> number_of_label(const Block& line) {
  std::uint32_t number = 0;
  if (!line.label) return std::nullopt;
  const char* const end = line.label->data() + line.label->size();
  const auto [stop, error] = std::from_chars(line.label->data(), end, number);
  return stop == end && error == std::errc() ? std::optional(number) : std::nullopt;
}

bool leads_to_arxiv(const Block& block) {
  return std::ranges::any_of(block.marks, [](const model::Mark& mark) {
    return mark.type == MarkType::link && arxiv_id_of_url(mark.url).has_value();
  });
}

/// Whether `text` begins as a section or a point of a digest does: `방법: …`, `**Goal**: …`.
bool begins_as_digest(const Block& block) {
  if (point_label_at(block, 0)) return true;
  const std::string_view text = block.text;
  const std::size_t colon = std::min(text.find(':'), text.find("："));
  const std::string_view name = text.substr(0, std::min(colon, text.size()));
  const auto alias = match_alias(name);
  return alias && alias->exact &&
         (colon < text.size() ||
          is_covered(block, MarkType::strong, {0, static_cast<std::uint32_t>(text.size())}));
}

bool holds_digest(const Block& block) {
  return begins_as_digest(block) || std::ranges::any_of(block.children, holds_digest);
}

/// Whether a section of a digest begins with `raw`: a heading or a line that names one, or points.
bool begins_section(const RawBlock& raw) {
  const auto alias = raw.heading_level > 0 ? match_alias(raw.block.text) : std::nullopt;
  return raw.heading_level > 0 ? alias && alias->exact : holds_digest(raw.block);
}

/// An item as title line and what is below it: in lines of their own, or in blocks.
struct ListedPaper {
  Block title;
  std::vector<Block> rest;
};

std::optional<ListedPaper> listed_paper(const Block& item) {
  const bool has_lead = item.text.empty() && !item.children.empty() &&
                        item.children.front().type == BlockType::paragraph;
  const Block& first = has_lead ? item.children.front() : item;
  if (first.text.empty() || !leads_to_arxiv(first)) return std::nullopt;
  const auto lines = source_lines(first);
  if (lines.empty()) return std::nullopt;
  ListedPaper paper;
  paper.title = slice_of(first, lines.front().start, lines.front().end);
  paper.title.type = BlockType::paragraph;
  paper.title.label.reset();
  if (!title_line(paper.title)) return std::nullopt;
  if (lines.size() > 1) {
    paper.rest.push_back(slice_of(first, lines[1].start, lines.back().end));
    paper.rest.back().type = BlockType::paragraph;
    paper.rest.back().label.reset();
  }
  const auto children = item.children.begin() + (has_lead ? 1 : 0);
  paper.rest.insert(paper.rest.end(), children, item.children.end());
  return paper;
}

/// The papers of a list of nothing but papers; none otherwise. `next` is what follows the list.
std::vector<ListedPaper> listed_papers(const Block& list, const RawBlock* next) {
  std::vector<ListedPaper> papers;
  bool has_digest = false;
  for (const Block& item : list.children) {
    auto paper = listed_paper(item);
    if (!paper) return {};
    has_digest = has_digest || std::ranges::any_of(paper->rest, holds_digest);
    papers.push_back(std::move(*paper));
  }
  const bool before_section = papers.size() == 1 && next != nullptr && begins_section(*next);
  if (!has_digest && !before_section) papers.clear();
  return papers;
}

/// A bold title with its link and, in the same paragraph, lines below it.
bool is_title_above_text(const Block& paragraph) {
  if (paragraph.type != BlockType::paragraph || paragraph.marks.empty() ||
      paragraph.marks.front().start != 0 || !leads_to_arxiv(paragraph)) {
    return false;
  }
  const auto lines = source_lines(paragraph);
  if (lines.size() < 2) return false;
  const auto title = title_line(slice_of(paragraph, lines[0].start, lines[0].end));
  return title && title->strong;
}

bool is_listed(const RawBlock& raw) {
  return raw.block.type == BlockType::list && !raw.block.children.empty() &&
         listed_paper(raw.block.children.front()).has_value();
}

void part_list(RawBlock raw, std::vector<ListedPaper> papers, std::vector<RawBlock>& parted) {
  std::optional<std::uint32_t> number = number_of_label(raw.block);
  for (ListedPaper& paper : papers) {
    paper.title.label = number ? std::to_string((*number)++) : std::string(listed_title);
    parted.push_back({0, std::move(paper.title)});
    for (Block& block : paper.rest) parted.push_back({0, std::move(block)});
  }
  if (papers.empty()) parted.push_back(std::move(raw));
}

}  // namespace

std::optional<TitleLine> title_line(const Block& paragraph) {
  const bool may_be = paragraph.type == BlockType::paragraph && leads_to_arxiv(paragraph) &&
                      paragraph.text.size() <= longest_title && !paragraph.text.contains('\n');
  if (!may_be) return std::nullopt;
  const auto size = static_cast<std::uint32_t>(paragraph.text.size());
  TitleLine line;
  const auto prefix = number_prefix(paragraph);
  const std::uint32_t from = prefix ? prefix->length : 0;
  line.strong = is_covered(paragraph, MarkType::strong, {from, size});
  if (!line.strong && !is_covered(paragraph, MarkType::link, {from, size})) return std::nullopt;
  line.listed = paragraph.label.has_value();
  line.number = prefix ? std::optional(prefix->number) : number_of_label(paragraph);
  if (is_generic_link_text(read_paper_heading(paragraph).title)) return std::nullopt;
  return line;
}

void part_title_lines(std::vector<RawBlock>& blocks) {
  const auto leads_as_heading = [](const RawBlock& raw) {
    return raw.heading_level > 0 && leads_to_arxiv(raw.block);
  };
  const auto may_part = [](const RawBlock& raw) {
    return raw.heading_level == 0 && (is_listed(raw) || is_title_above_text(raw.block));
  };
  if (std::ranges::none_of(blocks, may_part) || std::ranges::any_of(blocks, leads_as_heading)) {
    return;
  }
  std::vector<RawBlock> parted;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    RawBlock& raw = blocks[i];
    if (is_listed(raw)) {
      auto papers = listed_papers(raw.block, i + 1 < blocks.size() ? &blocks[i + 1] : nullptr);
      part_list(std::move(raw), std::move(papers), parted);
    } else if (raw.heading_level == 0 && is_title_above_text(raw.block)) {
      const auto lines = source_lines(raw.block);
      parted.push_back({0, slice_of(raw.block, lines[0].start, lines[0].end)});
      parted.push_back({0, slice_of(raw.block, lines[1].start, lines.back().end)});
    } else {
      parted.push_back(std::move(raw));
    }
  }
  blocks = std::move(parted);
}

}  // namespace galpi::normalize
