#include "block_events.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "cell_places.hpp"
#include "cmark_arena.hpp"
#include "cmark_document.hpp"
#include "lines.hpp"
#include "mask.hpp"

namespace galpi::ingest {
namespace {

class EventReader {
 public:
  EventReader(const PreparedText& prepared, const PlaceChain& chain)
      : prepared_(prepared),
        chain_(chain),
        outline_text_(outline_of(prepared.text, prepared.tails)),
        outline_(outline_text_),
        lines_(prepared.text),
        cells_(prepared.text) {}

  std::vector<BlockEvent> read() {
    const bool footnotes = prepared_.end < prepared_.text.size();
    read_document(footnotes);
    // Without the paragraph that refers to them cmark drops footnotes; then they are read as prose.
    const bool complete = !footnotes || std::ranges::any_of(events_, [&](const BlockEvent& event) {
      return event.kind == EventKind::paragraph && event.prepared >= prepared_.end;
    });
    if (!complete) {
      events_.clear();
      read_document(false);
    }
    return std::move(events_);
  }

 private:
  void read_document(bool footnotes) {
    constexpr std::size_t usual_event_bytes = 64;
    events_.reserve(prepared_.text.size() / usual_event_bytes);
    const CmarkArena arena;
    cmark_iter* const iterator = cmark_iter_new(parse_outline(outline_text_, footnotes, arena));
    for (cmark_event_type type = cmark_iter_next(iterator); type != CMARK_EVENT_DONE;
         type = cmark_iter_next(iterator)) {
      cmark_node* const node = cmark_iter_get_node(iterator);
      if (type == CMARK_EVENT_ENTER) {
        enter(node, iterator);
      } else if (is_container(node)) {
        add(EventKind::close, 0);
      }
    }
  }

  enum class Extension : std::uint8_t { none, table, row, cell, task };

  static Extension extension_of(cmark_node* node) {
    if (cmark_node_get_syntax_extension(node) == nullptr) return Extension::none;
    const std::string_view name = cmark_node_get_type_string(node);
    if (name == "table") return Extension::table;
    if (name == "table_row" || name == "table_header") return Extension::row;
    if (name == "table_cell") return Extension::cell;
    return name == "tasklist" ? Extension::task : Extension::none;
  }

  static bool is_container(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    const Extension extension = extension_of(node);
    return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM ||
           type == CMARK_NODE_FOOTNOTE_DEFINITION || extension == Extension::table ||
           extension == Extension::row || extension == Extension::task;
  }

  BlockEvent& add(EventKind kind, std::uint32_t prepared) {
    return events_.emplace_back(kind, prepared, chain_);
  }

  /// Inlines are not wanted: the iterator goes on behind the node.
  static void skip_children(cmark_node* node, cmark_iter* iterator) {
    if (cmark_node_first_child(node) != nullptr) cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
  }

  void enter(cmark_node* node, cmark_iter* iterator) {
    switch (extension_of(node)) {
      case Extension::table:
        return enter_table(node);
      case Extension::row:
        add(EventKind::open_row, lines_.begin(row_line_));
        cells_.start_row(lines_.begin(row_line_), lines_.end(row_line_));
        column_ = 0;
        row_line_ += row_line_ == table_head_line_ ? 2 : 1;
        return;
      case Extension::cell:
        enter_cell(node);
        return skip_children(node, iterator);
      case Extension::task:
        add(EventKind::open_item, place_of(node)).label =
            cmark_gfm_extensions_get_tasklist_item_checked(node) ? "[x]" : "[ ]";
        return;
      case Extension::none:
        break;
    }
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_BLOCK_QUOTE) {
      add(EventKind::open_quote, place_of(node));
    } else if (type == CMARK_NODE_LIST) {
      enter_list(node);
    } else if (type == CMARK_NODE_ITEM) {
      add(EventKind::open_item, place_of(node));
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
      enter_footnote(node);
    } else if (type == CMARK_NODE_PARAGRAPH) {
      enter_paragraph(node);
      skip_children(node, iterator);
    } else if (type == CMARK_NODE_HEADING) {
      enter_heading(node);
      skip_children(node, iterator);
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      enter_code(node);
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      const char* const literal = cmark_node_get_literal(node);
      BlockEvent& event = add(EventKind::html, place_of(node));
      take_lines(event, literal == nullptr ? "" : literal, line_of(node));
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
      add(EventKind::rule, place_of(node));
    }
  }

  static std::uint32_t line_of(cmark_node* node) {
    return static_cast<std::uint32_t>(std::max(cmark_node_get_start_line(node), 1)) - 1;
  }

  std::uint32_t place_of(cmark_node* node) const {
    const std::uint32_t line = line_of(node);
    const auto column =
        static_cast<std::uint32_t>(std::max(cmark_node_get_start_column(node), 1)) - 1;
    return std::min(lines_.begin(line) + column, lines_.end(line));
  }

  /// The buffer of a node without content is not terminated; such a node has no inlines either.
  static std::string_view string_content(cmark_node* node) {
    if (cmark_node_first_child(node) == nullptr) return {};
    const char* const content = cmark_node_get_string_content(node);
    return content == nullptr ? std::string_view() : std::string_view(content);
  }

  void enter_list(cmark_node* node) {
    BlockEvent& event = add(EventKind::open_list, place_of(node));
    if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
      event.label = std::to_string(cmark_node_get_list_start(node));
    }
  }

  /// The node does not say its label; its line does.
  void enter_footnote(cmark_node* node) {
    const std::uint32_t line = line_of(node);
    BlockEvent& event = add(EventKind::open_footnote, lines_.begin(line));
    const std::string_view text = lines_[line];
    const std::size_t open = text.find("[^");
    const std::size_t close = open == std::string_view::npos ? open : text.find("]:", open);
    if (close == std::string_view::npos) return;
    event.prepared += static_cast<std::uint32_t>(open);
    event.label = text.substr(open + 2, close - open - 2);
    unmask(event.label);
  }

  void enter_paragraph(cmark_node* node) {
    std::uint32_t line = line_of(node);
    if (cmark_node_get_start_line(node) == 0) {  // the lines before a table's head
      cmark_node* const table = cmark_node_next(node);
      if (table != nullptr) line = line_of(table);
    }
    BlockEvent& event = add(EventKind::paragraph, lines_.begin(line));
    take_lines(event, string_content(node), line);
    event.prepared = event.map.to_prepared(0);
  }

  void enter_heading(cmark_node* node) {
    BlockEvent& event = add(EventKind::heading, place_of(node));
    event.level = static_cast<std::uint32_t>(cmark_node_get_heading_level(node));
    take_lines(event, string_content(node), line_of(node));
  }

  void enter_code(cmark_node* node) {
    int length = 0;
    int offset = 0;
    char character = 0;
    const bool fenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0;
    const char* const info = cmark_node_get_fence_info(node);
    const char* const literal = cmark_node_get_literal(node);
    BlockEvent& event = add(EventKind::code, place_of(node));
    if (fenced && info != nullptr) {
      const std::string_view words(info);
      event.label = words.substr(0, words.find_first_of(" \t"));
      unmask(event.label);
    }
    take_lines(event, literal == nullptr ? "" : literal, line_of(node) + (fenced ? 1 : 0));
  }

  void enter_table(cmark_node* node) {
    BlockEvent& event = add(EventKind::open_table, place_of(node));
    // cmark places the head at the start of the paragraph it grew out of; the delimiter row tells.
    const auto& rows = prepared_.delimiter_rows;
    const auto row = std::lower_bound(rows.begin(), rows.end(), lines_.begin(line_of(node)));
    const std::uint32_t delimiter = row == rows.end() ? line_of(node) + 1 : lines_.of(*row);
    table_head_line_ = std::max(delimiter, 1U) - 1;
    row_line_ = table_head_line_;
    event.prepared = lines_.begin(table_head_line_);
    const std::uint8_t* const alignments = cmark_gfm_extensions_get_table_alignments(node);
    alignments_.assign(alignments, alignments + cmark_gfm_extensions_get_table_columns(node));
  }

  void enter_cell(cmark_node* node) {
    const std::string_view content = string_content(node);
    BlockEvent& event = add(EventKind::cell, 0);
    const std::uint8_t alignment = column_ < alignments_.size() ? alignments_[column_] : 0;
    ++column_;
    event.label = alignment == 'l'   ? "left"
                  : alignment == 'c' ? "center"
                  : alignment == 'r' ? "right"
                                     : "";
    event.content = content;
    unmask(event.content);
    event.prepared = cells_.next_cell(content, event.map);
  }

  /// `content` is made of the ends of lines from `line` on: cmark takes indentation and container
  /// markers away, and of headings what closes them. The tails that the outline left out come back.
  void take_lines(BlockEvent& event, std::string_view content, std::uint32_t line) {
    if (content.empty()) event.map.add(0, lines_.begin(line));
    std::string& taken = event.content;
    while (!content.empty()) {
      const std::size_t end = std::min(content.find('\n'), content.size());
      const std::string_view part = content.substr(0, end);
      const std::uint32_t place = find_in_line(part, line);
      const std::string_view tail = tail_behind(part, line);
      const std::size_t from = taken.size();
      event.map.add(static_cast<std::uint32_t>(from), place);
      if (from == 0) taken.reserve(content.size() + tail.size());
      taken.append(part);
      unmask(taken, from);
      taken.append(tail);  // in which nothing is masked
      if (end < content.size()) taken += '\n';
      content.remove_prefix(std::min(end + 1, content.size()));
      ++line;
    }
  }

  /// What the outline leaves out of `line`, whose part in it is `part`. Half a tab may be spaces in
  /// front of the part.
  std::string_view tail_behind(std::string_view part, std::uint32_t line) const {
    const std::string_view kept = outline_[line];
    const std::string_view whole = lines_[line];
    if (kept.size() >= whole.size()) return {};
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    return kept.ends_with(part) ? whole.substr(kept.size()) : std::string_view();
  }

  std::uint32_t find_in_line(std::string_view part, std::uint32_t line) const {
    const std::string_view text = outline_[line];
    const std::uint32_t begin = lines_.begin(line);
    if (text.ends_with(part)) return begin + static_cast<std::uint32_t>(text.size() - part.size());
    const std::size_t found = text.rfind(part);
    if (found != std::string_view::npos) return begin + static_cast<std::uint32_t>(found);
    // A tab half of which was indentation is spaces in the content.
    const std::size_t spaces = std::min(part.find_first_not_of(' '), part.size());
    const std::string_view visible = part.substr(spaces);
    if (!text.ends_with(visible)) return begin;
    const auto place = static_cast<std::uint32_t>(text.size() - visible.size());
    return begin + place - std::min(place, static_cast<std::uint32_t>(spaces));
  }

  const PreparedText& prepared_;
  const PlaceChain& chain_;
  std::string outline_text_;  ///< what cmark reads
  Lines outline_;
  Lines lines_;  ///< the same lines, whole
  std::vector<BlockEvent> events_;
  std::uint32_t table_head_line_ = 0;
  std::uint32_t row_line_ = 0;  ///< the next row's line
  CellPlaces cells_;
  std::size_t column_ = 0;
  std::vector<std::uint8_t> alignments_;
};

}  // namespace

std::vector<BlockEvent> read_block_events(const PreparedText& prepared, const PlaceChain& chain) {
  return EventReader(prepared, chain).read();
}

}  // namespace galpi::ingest
