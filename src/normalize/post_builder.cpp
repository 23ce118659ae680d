#include "post_builder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "block_text.hpp"
#include "keys.hpp"
#include "links.hpp"
#include "metadata_lines.hpp"
#include "points.hpp"
#include "status.hpp"
#include "system_name.hpp"
#include "title_lines.hpp"

namespace galpi::normalize {

using ingest::RawBlock;
using model::Block;
using model::BlockType;
using model::MarkType;
using model::Paper;
using model::Section;

namespace {

/// A heading is a string in the model, so what its marks lead to follows it as blocks: links with
/// their target as text, images without alternative text (the heading has it).
std::vector<Block> marks_of_heading(const Block& heading, bool with_links) {
  std::vector<Block> blocks;
  for (const model::Mark& mark : heading.marks) {
    const bool link = mark.type == MarkType::link && with_links;
    if (!link && mark.type != MarkType::image) continue;
    Block block;
    block.type = link ? BlockType::paragraph : BlockType::image;
    block.at = model::position_in_source(heading, mark.start);
    if (link) {
      block.text = mark.url;
      block.anchors = {{0, block.at}};
    }
    const auto size = static_cast<std::uint32_t>(block.text.size());
    block.marks = {{mark.type, 0, size, mark.url}};
    blocks.push_back(std::move(block));
  }
  return blocks;
}

std::optional<std::string> heading_text(std::string_view text) {
  std::string heading = folded(text);
  if (heading.empty()) return std::nullopt;
  return heading;
}

void compose_all(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    compose_text(block);
    compose_all(block.children);
  }
}

}  // namespace

void PostBuilder::build(std::vector<RawBlock>& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    RawBlock& raw = blocks[i];
    const Step& step = outline_.steps[i];
    switch (step.role) {
      case Role::paper:
        begin_paper(raw, step);
        break;
      case Role::section:
      case Role::post_section:
        begin_section(raw, step);
        break;
      case Role::content:
        add_content(std::move(raw.block));
        break;
    }
  }
  end_paper();
  add_footnotes();
}

void PostBuilder::begin_paper(RawBlock& raw, const Step& step) {
  constexpr std::uint32_t below_any_heading = 7;
  end_section(step.level == 0 ? below_any_heading : step.level, false);
  end_paper();
  paper_.emplace();
  paper_->at = raw.block.at;
  paper_levels_.push_back(step.level);
  head_ = {};
  told_outside_ = false;
  if (raw.heading_level == 0 && !step.is_title_line) return add_content(std::move(raw.block));
  head_.heading = read_paper_heading(raw.block);
  if (step.is_title_line) take_title_line(raw.block);
  if (head_.heading.url) head_.metadata.given_title = head_.heading.title;
  for (Block& block : marks_of_heading(raw.block, false)) add_content(std::move(block));
}

void PostBuilder::take_title_line(const Block& line) {
  if (const auto title = title_line(line)) head_.heading.number = title->number;
  if (std::exchange(told_title_line_, true)) return;
  report_(DiagnosticCode::outline_drift, line.at,
          "papers stand in lines of text, not in headings; read as papers all the same",
          "write it as `# 1. [Title](https://arxiv.org/abs/…)`");
}

void PostBuilder::begin_section(RawBlock& raw, const Step& step) {
  const bool in_paper = step.role == Role::section;
  end_section(step.level == 0 ? 1 : step.level, in_paper);
  if (!in_paper) end_paper();
  if (raw.heading_level == 0) return begin_named_paragraph(raw, step);
  Section section;
  section.kind = step.kind;
  section.heading = heading_text(raw.block.text);
  section.level = raw.heading_level;
  section.at = raw.block.at;
  section.blocks = marks_of_heading(raw.block, true);
  if (in_paper && !step.known && raw.heading_level <= outline_.section_level) {
    report_(DiagnosticCode::section_unknown, section.at,
            "`" + quote_for_message(raw.block.text) + "` is no known section; kept as `other`");
  }
  open_section(std::move(section), in_paper);
}

/// A bold line is the heading; behind `Method:` the rest of the paragraph is its first text.
void PostBuilder::begin_named_paragraph(RawBlock& raw, const Step& step) {
  Block& block = raw.block;
  Section section;
  section.kind = step.kind;
  std::string_view name = std::string_view(block.text).substr(0, step.label_length);
  for (std::string_view colon : {":", "："}) {
    if (name.ends_with(colon)) name.remove_suffix(colon.size());
  }
  section.heading = heading_text(name);
  section.at = block.at;
  open_section(std::move(section), true);
  erase_text(block, 0, step.label_length);
  trim_text(block);
  if (!block.text.empty()) add_content(std::move(block));
}

Section& PostBuilder::begin_unnamed_section(At at) {
  Section section;
  section.at = at;
  const bool in_paper = paper_.has_value();
  if (in_paper && !std::exchange(told_outside_, true)) {
    report_(DiagnosticCode::text_outside_section, at,
            "text before the first section of a paper; kept under `other`");
  }
  return open_section(std::move(section), in_paper);
}

Section& PostBuilder::open_section(Section&& section, bool in_paper) {
  section_in_paper_ = in_paper;
  return section_.emplace(std::move(section));
}

void PostBuilder::add_content(Block block) {
  if (block.type == BlockType::list && block.label == "footnotes") {
    footnotes_.push_back(std::move(block));
    return;
  }
  const bool at_head = paper_ && (!section_ || !section_->heading) && paper_->sections.empty();
  if (at_head) {
    const bool was_empty = block.text.empty() && block.children.empty();
    if (!was_empty && take_metadata(block, head_.metadata)) return;
    // Links below text stay where they are, so that nothing changes its place.
    if (!section_ && take_links(block, head_.links)) return;
  }
  if (at_head && block.type == BlockType::quote) {
    for (const Block& child : block.children) {
      std::ranges::move(links_of(child), std::back_inserter(head_.quoted));
    }
  }
  Section& section = section_ ? *section_ : begin_unnamed_section(block.at);
  section.blocks.push_back(std::move(block));
}

/// Footnotes belong to no paper: they are the post's, in a section of their own.
void PostBuilder::add_footnotes() {
  for (Block& block : footnotes_) {
    Section section;
    section.at = block.at;
    section.blocks.push_back(std::move(block));
    compose_all(section.blocks);
    post_.sections.push_back(std::move(section));
  }
}

void PostBuilder::end_section(std::uint32_t next_level, bool next_in_paper) {
  if (!section_) return;
  Section& section = *section_;
  const bool is_parent =
      next_level > section.level && section.level > 0 && (next_in_paper || !section_in_paper_);
  compose_all(section.blocks);
  if (section.heading) compose_text(*section.heading);
  if (!section_in_paper_ || !paper_) {
    if (section.blocks.empty()) set_status(section, is_parent, report_);
    post_.sections.push_back(std::move(section));
    section_.reset();
    return;
  }
  make_points(section, report_);
  set_status(section, is_parent, report_);
  constexpr std::size_t usual_sections = 6;  // the five of a digest, and what stands before them
  if (paper_->sections.empty()) paper_->sections.reserve(usual_sections);
  paper_->sections.push_back(std::move(section));
  section_.reset();
}

void PostBuilder::end_paper() {
  end_section(0, false);
  if (!paper_) return;
  Paper paper = std::move(*paper_);
  paper_.reset();
  if (auto words = apply_head(paper, std::move(head_), report_)) {
    const bool has_unnamed = !paper.sections.empty() && !paper.sections.front().heading;
    if (!has_unnamed) {
      paper.sections.insert(paper.sections.begin(), Section{});
      paper.sections.front().at = paper.at;
    }
    auto& blocks = paper.sections.front().blocks;
    blocks.insert(blocks.begin(), std::move(*words));
  }
  compose_text(paper.title);
  for (model::PaperLink& link : paper.links) compose_text(link.text);
  paper.system = system_name_of(paper);
  post_.papers.push_back(std::move(paper));
}

}  // namespace galpi::normalize
