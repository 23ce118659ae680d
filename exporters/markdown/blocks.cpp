#include "blocks.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "labels.hpp"

namespace galpi::exporters::markdown {
namespace {

using model::Block;
using model::BlockType;

bool is_list(const Block& block) {
  return block.type == BlockType::point ||
         (block.type == BlockType::list && block.label != "footnotes");
}

bool has_text(const Block& block) { return !block.text.empty() || !block.marks.empty(); }

/// Whether a list needs no empty line between it and the text above (CommonMark §5.3): bullets or
/// numbers from 1, and a first item that begins with text.
bool can_interrupt(const Block& list) {
  const std::string_view start = ordered_start(list);
  if ((!start.empty() && start != "1") || list.children.empty()) return false;
  const Block& first = list.children[0];
  return has_text(first) || (!first.children.empty() && has_text(first.children[0]));
}

}  // namespace

std::string_view ordered_start(const Block& list) {
  const std::string_view label = list.label ? std::string_view(*list.label) : "";
  const bool is_number = !label.empty() && label.size() <= 9 &&
                         std::ranges::all_of(label, [](char c) { return c >= '0' && c <= '9'; });
  return is_number ? label : std::string_view();
}

void BlockWriter::write(std::span<const Block> blocks) {
  const Siblings outer = std::exchange(siblings_, {});
  while (!blocks.empty()) {
    const std::size_t taken = write_next(blocks);
    siblings_.after_list = is_list(blocks[taken - 1]);
    blocks = blocks.subspan(taken);
  }
  siblings_ = outer;
}

std::size_t BlockWriter::write_next(std::span<const Block> blocks) {
  if (mode_ == Mode::table && !lines_.in_container()) {
    if (const std::size_t taken = write_side_by_side(blocks); taken > 0) return taken;
  }
  if (blocks[0].type != BlockType::point) {
    write_block(blocks[0]);
    return 1;
  }
  std::size_t count = 1;
  while (count < blocks.size() && blocks[count].type == BlockType::point) ++count;
  write_points(blocks.first(count));
  return count;
}

/// Lists beside each other need different markers to stay two.
char BlockWriter::next_bullet() {
  siblings_.alternate = siblings_.after_list && !siblings_.alternate;
  return siblings_.alternate ? '*' : '-';
}

void BlockWriter::write_block(const Block& block) {
  switch (block.type) {
    case BlockType::paragraph:
    case BlockType::html:
    case BlockType::image:
      lines_.begin_block();
      return write_content(block, "");
    case BlockType::point:
      return write_points({&block, 1});
    case BlockType::list:
      return block.label == "footnotes" ? write_footnotes(block) : write_list(block);
    case BlockType::quote:
      return write_quote(block);
    case BlockType::table:
      return write_table(block);
    case BlockType::code:
      return write_code(block);
    case BlockType::math:
      return write_formula(block);
    case BlockType::rule:
      lines_.begin_block();
      after_plain_ = false;
      // In a list `- ---` would be a rule and no item.
      return lines_.write(lines_.in_container() ? "___" : "---");
    case BlockType::item:
    case BlockType::row:
    case BlockType::cell:
      break;
  }
  // Parts of lists and tables that stand alone: only damaged input has them. Their text is kept.
  lines_.begin_block();
  write_content(block, "");
}

/// Text and children of a block whose first line can be written right away.
void BlockWriter::write_content(const Block& block, std::string_view lead) {
  const bool shows_text = has_text(block) || (!lead.empty() && block.children.empty());
  std::span<const Block> children = block.children;
  if (shows_text) {
    write_text(block, lead);
  } else if (!lead.empty()) {
    // `- Goal: …` where the text is the first of several paragraphs.
    if (children[0].type == BlockType::paragraph) {
      write_text(children[0], lead);
      children = children.subspan(1);
    } else {
      lines_.write(lead.substr(0, lead.find_last_not_of(' ') + 1));
    }
  }
  if (!children.empty()) write(children);
}

void BlockWriter::write_text(const Block& block, std::string_view lead) {
  const InlinePlace place = lead.empty() ? InlinePlace::paragraph : InlinePlace::continuation;
  const Sentences* const sentences = speaker_.translated(block);
  if (has_pairs(block)) return write_pairs(block, *sentences, lead);
  std::string text = std::string(lead);
  text += mode_ == Mode::english ? speaker_.english(block, place) : speaker_.korean(block, place);
  text.erase(text.find_last_not_of(' ') + 1);
  after_plain_ = mode_ == Mode::interleaved || mode_ == Mode::table;
  if (!text.empty()) lines_.write(text);
}

void BlockWriter::write_pairs(const Block& block, const Sentences& sentences,
                              std::string_view lead) {
  for (SentenceWalk walk(speaker_, block, sentences); !walk.is_done(); walk.advance()) {
    const bool leads = walk.is_first() && !lead.empty();
    if (!walk.is_first()) lines_.begin_block();
    lines_.write(std::string(leads ? lead : "") +
                 walk.korean(leads ? InlinePlace::continuation : InlinePlace::paragraph));
    after_plain_ = !walk.is_translated();
    if (after_plain_) continue;
    lines_.begin_block();
    lines_.enter("> ", "> ");
    lines_.write(walk.english(InlinePlace::paragraph));
    lines_.leave();
  }
}

void BlockWriter::write_quote(const Block& quote) {
  // A quote behind a sentence is that sentence's translation; one of the author's is set apart.
  if (std::exchange(after_plain_, false)) {
    lines_.begin_block();
    lines_.write("<!-- -->");
  }
  lines_.begin_block();
  lines_.enter("> ", "> ");
  if (has_text(quote)) write_text(quote, "");
  write(quote.children);
  lines_.leave();
  after_plain_ = false;
}

bool BlockWriter::has_pairs(const Block& block) const {
  const bool is_paired = mode_ == Mode::interleaved || mode_ == Mode::table;
  return is_paired && speaker_.translated(block) != nullptr;
}

/// A quote that an item begins with follows no sentence: the marker sets it apart. A comment there
/// would even lose the quote, for readers that take comments away see an empty item.
void BlockWriter::enter_item(std::string_view marker, std::string_view indent) {
  lines_.enter(marker, indent);
  after_plain_ = false;
}

void BlockWriter::write_points(std::span<const Block> points) {
  const std::string marker{next_bullet(), ' '};
  const bool is_tight = std::ranges::all_of(
      points, [&](const Block& point) { return point.children.empty() && !has_pairs(point); });
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i == 0 || !is_tight) lines_.begin_block();
    enter_item(marker, "  ");
    write_content(points[i], point_lead(points[i].label));
    lines_.leave();
  }
  after_plain_ = false;
}

/// Whether no empty line is needed anywhere in a list: its items are texts, at most with a list
/// right below.
bool BlockWriter::is_tight(const Block& list) const {
  return std::ranges::all_of(list.children, [&](const Block& item) {
    if (has_pairs(item)) return false;
    std::span<const Block> children = item.children;
    const bool text_is_child =
        !has_text(item) && !children.empty() && children[0].type == BlockType::paragraph;
    if (text_is_child) {
      if (has_pairs(children[0])) return false;
      children = children.subspan(1);
    }
    return children.size() <= 1 && std::ranges::all_of(children, [&](const Block& child) {
             return child.type == BlockType::list && child.label != "footnotes" &&
                    can_interrupt(child) && is_tight(child);
           });
  });
}

void BlockWriter::write_list(const Block& list) {
  const bool tight = is_tight(list);
  const bool outer_tight = std::exchange(in_tight_list_, tight);
  const std::string_view start = ordered_start(list);
  const char bullet = next_bullet();
  std::uint64_t number = start.empty() ? 0 : std::stoull(std::string(start));
  for (std::size_t i = 0; i < list.children.size(); ++i) {
    if (i == 0 ? !outer_tight : !tight) lines_.begin_block();
    std::string marker{bullet, ' '};
    if (!start.empty()) marker = std::to_string(number++) + (bullet == '-' ? ". " : ") ");
    enter_item(marker, std::string(marker.size(), ' '));
    write_item(list.children[i]);
    lines_.leave();
  }
  in_tight_list_ = outer_tight;
  after_plain_ = false;
}

void BlockWriter::write_item(const Block& item) {
  const bool is_task = (item.label == "[ ]" || item.label == "[x]") && has_text(item);
  write_content(item, is_task ? *item.label + " " : "");
}

}  // namespace galpi::exporters::markdown
