#include "block_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "definitions.hpp"
#include "galpi/text/utf8.hpp"
#include "leaf_blocks.hpp"

namespace galpi::ingest {
namespace {

using model::Block;
using model::BlockType;

class BlockBuilder {
 public:
  BlockBuilder(std::vector<BlockEvent> events, std::uint32_t body_end, const Limits& limits,
               Reporter& reporter)
      : events_(std::move(events)),
        body_end_(body_end),
        limits_(limits),
        reporter_(reporter),
        context_{reporter, {}, {}, {}, {}, {}, 0} {
    for (const BlockEvent& event : events_) context_.reference_budget += event.content.size();
    constexpr std::size_t least_budget = 100'000;
    context_.reference_budget = std::max(context_.reference_budget, least_budget);
  }

  std::vector<RawBlock> build() {
    collect_definitions();
    read_all_inlines();
    blocks_.reserve(count_top_level());
    for (std::size_t i = 0; i < events_.size(); ++i) handle(i);
    place_unreferenced();
    add_footnotes();
    return std::move(blocks_);
  }

 private:
  bool is_ours(const BlockEvent& event) const {
    return event.kind != EventKind::paragraph || event.prepared < body_end_;
  }

  /// Nearly exact: a paragraph with formulas becomes several blocks.
  std::size_t count_top_level() const {
    std::size_t count = 0;
    std::size_t depth = 0;
    for (const BlockEvent& event : events_) {
      const bool closes = event.kind == EventKind::close;
      if (depth == 0) ++count;
      if (closes) --depth;
      if (event.kind < EventKind::close) ++depth;
    }
    return count;
  }

  void collect_definitions() {
    for (std::size_t i = 0; i < events_.size(); ++i) {
      BlockEvent& event = events_[i];
      if (event.kind == EventKind::open_footnote) {
        context_.footnotes.insert(text::ascii_lower(event.label));
      } else if (event.kind == EventKind::paragraph && event.content.starts_with('[') &&
                 is_ours(event)) {
        auto taken = take_definitions(event, context_);
        if (!taken.items.empty()) definitions_.emplace(i, std::move(taken));
      }
    }
  }

  /// All of them before any block is built: only then is it known what is referred to.
  void read_all_inlines() {
    texts_.reserve(events_.size());
    for (BlockEvent& event : events_) {
      const bool heading = event.kind == EventKind::heading;
      if (!heading && event.kind != EventKind::paragraph && event.kind != EventKind::cell) continue;
      InlineText& text = texts_.emplace_back();
      if (!is_ours(event)) continue;
      text = read_inlines(std::move(event.content), event.map,
                          heading ? InlineMode::heading : InlineMode::prose, context_);
    }
  }

  InlineText& next_text() { return texts_[next_text_++]; }

  void handle(std::size_t index) {
    BlockEvent& event = events_[index];
    switch (event.kind) {
      case EventKind::open_list:
        return open(event, BlockType::list, 3);
      case EventKind::open_item:
      case EventKind::open_footnote:
        return open(event, BlockType::item, 2);
      case EventKind::open_quote:
        return open(event, BlockType::quote, 2);
      case EventKind::open_table:
        return open(event, BlockType::table, 3);
      case EventKind::open_row:
        return open(event, BlockType::row, 2);
      case EventKind::close:
        return close();
      case EventKind::paragraph:
        add_definitions(index);
        return add_paragraph(std::move(next_text()), event.map);
      case EventKind::heading:
        return add_heading(index);
      case EventKind::cell:
        return add_cell(index);
      case EventKind::code:
        return add_all(code_blocks(event));
      case EventKind::html:
        return add_all(html_blocks(event, context_));
      case EventKind::rule: {
        Block rule;
        rule.type = BlockType::rule;
        rule.at = event.map.chain().at(event.prepared);
        return add(std::move(rule));
      }
    }
  }

  struct Frame {
    Block block;
    EventKind kind;
  };

  /// `levels` is how many blocks deep the container and its smallest content are.
  void open(const BlockEvent& event, BlockType type, std::size_t levels) {
    const bool too_deep = frames_.size() + levels > limits_.nesting;
    if (flattened_ > 0 || too_deep) {
      if (flattened_++ == 0) {
        const std::uint32_t place = event.map.chain().to_clean(event.prepared).offset;
        reporter_.report(DiagnosticCode::depth_limit, place, place,
                         fmt::format("nesting deeper than {} was flattened", limits_.nesting));
      }
      return;
    }
    Block block;
    block.type = type;
    block.at = event.map.chain().at(event.prepared);
    if (!event.label.empty()) {
      block.label =
          event.kind == EventKind::open_footnote ? text::ascii_lower(event.label) : event.label;
    }
    frames_.emplace_back(std::move(block), event.kind);
  }

  void close() {
    if (flattened_ > 0) {
      --flattened_;
      return;
    }
    if (frames_.empty()) return;
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    Block& block = frame.block;
    const bool is_footnote = frame.kind == EventKind::open_footnote;
    if (is_footnote && !context_.referred_set.contains(block.label.value_or(""))) {
      return keep_unreferenced(std::move(block));
    }
    if (block.children.empty()) return;
    if (block.type == BlockType::item) keep_single_paragraph(block);
    if (is_footnote) {
      const std::string label = block.label.value_or("");
      footnotes_.emplace(label, std::move(block));
      return;
    }
    add(std::move(block));
  }

  static void keep_single_paragraph(Block& item) {
    if (item.children.size() != 1 || item.children[0].type != BlockType::paragraph) return;
    Block paragraph = std::move(item.children[0]);
    item.children.clear();
    item.text = std::move(paragraph.text);
    item.marks = std::move(paragraph.marks);
    item.anchors = std::move(paragraph.anchors);
  }

  void add(Block block, std::uint32_t heading_level = 0) {
    if (frames_.empty()) {
      blocks_.emplace_back(heading_level, std::move(block));
    } else {
      frames_.back().block.children.push_back(std::move(block));
    }
  }

  void add_all(std::vector<Block> blocks) {
    for (Block& block : blocks) add(std::move(block));
  }

  void add_paragraph(InlineText&& text, const ContentMap& map) {
    if (text.text.empty()) return;
    if (!text.displayed.empty()) return add_all(parted_paragraph(text, map));
    add(paragraph_block(std::move(text), map));
  }

  void add_heading(std::size_t index) {
    const BlockEvent& event = events_[index];
    InlineText& text = next_text();
    keep_formulas_inline(text);
    if (text.text.empty()) return;
    Block block = text_block(BlockType::paragraph, std::move(text), event.map);
    block.at = event.map.chain().at(event.prepared);
    add(std::move(block), event.level);
  }

  void add_cell(std::size_t index) {
    const BlockEvent& event = events_[index];
    InlineText& text = next_text();
    keep_formulas_inline(text);
    if (flattened_ > 0) return add_paragraph(std::move(text), event.map);
    Block cell = text_block(BlockType::cell, std::move(text), event.map);
    if (!event.label.empty()) cell.label = event.label;
    add(std::move(cell));
  }

  void add_definitions(std::size_t index) {
    const auto found = definitions_.find(index);
    if (found == definitions_.end()) return;
    const DefinitionList& list = found->second;
    for (const PlacedDefinition& placed : list.items) {
      const auto definition = context_.definitions.find(placed.label);
      if (definition != context_.definitions.end() && definition->second.used) continue;
      reporter_.report(DiagnosticCode::definition_unused, list.map.to_clean(placed.begin).offset,
                       list.map.to_clean(placed.end).offset,
                       "this link definition is never used; kept as text");
      const ContentMap map = list.map.part(placed.begin, placed.end);
      const std::string content = list.content.substr(placed.begin, placed.end - placed.begin);
      // It must not take itself for a link.
      auto definitions = std::exchange(context_.definitions, {});
      InlineText text = read_inlines(content, map, InlineMode::prose, context_);
      context_.definitions = std::move(definitions);
      add_paragraph(std::move(text), map);
    }
  }

  void keep_unreferenced(Block footnote) {
    const std::string label = "[^" + footnote.label.value_or("") + "]: ";
    reporter_.report_at(DiagnosticCode::footnote_unreferenced, {reporter_.file(), footnote.at, 0},
                        "this footnote is never referred to; kept as text",
                        "refer to it with " + quote_for_message(label.substr(0, label.size() - 2)));
    Block* const first = footnote.children.empty() ? nullptr : &footnote.children.front();
    if (first == nullptr || first->type != BlockType::paragraph) {
      Block lead;
      lead.text = label.substr(0, label.size() - 1);
      lead.at = footnote.at;
      lead.anchors = {{0, footnote.at}};
      unreferenced_.push_back({0, std::move(lead)});
    } else {
      const auto added = static_cast<std::uint32_t>(label.size());
      first->text.insert(0, label);
      for (model::Mark& mark : first->marks) {
        mark.start += added;
        mark.end += added;
      }
      for (model::TextAnchor& anchor : first->anchors) anchor.offset += added;
      first->anchors.insert(first->anchors.begin(), {0, footnote.at});
      first->at = footnote.at;
    }
    for (Block& child : footnote.children) unreferenced_.push_back({0, std::move(child)});
  }

  /// Back among the blocks they stood between.
  void place_unreferenced() {
    if (unreferenced_.empty()) return;
    const auto before = [](const RawBlock& a, const RawBlock& b) {
      return a.block.at < b.block.at;
    };
    std::ranges::sort(unreferenced_, before);
    std::vector<RawBlock> merged;
    merged.reserve(blocks_.size() + unreferenced_.size());
    std::merge(std::make_move_iterator(blocks_.begin()), std::make_move_iterator(blocks_.end()),
               std::make_move_iterator(unreferenced_.begin()),
               std::make_move_iterator(unreferenced_.end()), std::back_inserter(merged), before);
    blocks_ = std::move(merged);
  }

  /// In the order in which the text refers to them.
  void add_footnotes() {
    Block list;
    list.type = BlockType::list;
    list.label = "footnotes";
    for (const std::string& label : context_.referred) {
      const auto found = footnotes_.find(label);
      if (found != footnotes_.end()) list.children.push_back(std::move(found->second));
    }
    if (list.children.empty()) return;
    list.at = list.children.front().at;
    blocks_.push_back({0, std::move(list)});
  }

  std::vector<BlockEvent> events_;
  std::uint32_t body_end_;
  const Limits& limits_;
  Reporter& reporter_;
  InlineContext context_;
  std::vector<InlineText> texts_;  ///< of the paragraphs, headings and cells, in order
  std::size_t next_text_ = 0;
  std::map<std::size_t, DefinitionList> definitions_;
  std::vector<Frame> frames_;
  std::size_t flattened_ = 0;  ///< open containers that were too deep
  std::vector<RawBlock> blocks_;
  std::vector<RawBlock> unreferenced_;
  std::map<std::string, Block> footnotes_;
};

}  // namespace

std::vector<RawBlock> build_blocks(std::vector<BlockEvent> events, std::uint32_t body_end,
                                   const Limits& limits, Reporter& reporter) {
  return BlockBuilder(std::move(events), body_end, limits, reporter).build();
}

}  // namespace galpi::ingest
