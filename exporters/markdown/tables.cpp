// The author's tables, and the two columns of the table form (GFM 0.29, tables).
#include <algorithm>
#include <string>
#include <utility>

#include "blocks.hpp"
#include "labels.hpp"

namespace galpi::exporters::markdown {
namespace {

using model::Block;
using model::BlockType;

std::string_view delimiter_of(const Block* cell) {
  if (cell == nullptr || !cell->label) return "---";
  if (cell->label == "left") return ":---";
  if (cell->label == "center") return ":---:";
  return cell->label == "right" ? "---:" : "---";
}

std::size_t columns_of(const Block& table) {
  std::size_t columns = 0;
  for (const Block& row : table.children) columns = std::max(columns, row.children.size());
  return columns;
}

/// Prose that fits into cells: one text, nothing below it.
bool is_plain_text(const Block& block) {
  const bool is_prose = block.type == BlockType::paragraph || block.type == BlockType::point ||
                        block.type == BlockType::html;
  return is_prose && block.children.empty();
}

/// A list whose items are nothing but text.
bool is_plain_list(const Block& block) {
  return block.type == BlockType::list && block.label != "footnotes" &&
         std::ranges::all_of(block.children, [](const Block& item) {
           return item.type == BlockType::item && item.children.empty() && !item.label;
         });
}

}  // namespace

std::string BlockWriter::cell_text(const Block& cell) const {
  if (mode_ == Mode::english) return speaker_.english(cell, InlinePlace::cell);
  std::string text = speaker_.korean(cell, InlinePlace::cell);
  if (!has_pairs(cell)) return text;
  return text + "<br>" + speaker_.english(cell, InlinePlace::cell);
}

void BlockWriter::write_table(const Block& table) {
  const std::size_t columns = columns_of(table);
  if (columns == 0) return;
  lines_.begin_block();
  bool is_head = true;
  for (const Block& row : table.children) {
    std::string line = "|";
    for (std::size_t i = 0; i < columns; ++i) {
      line += ' ';
      if (i < row.children.size()) line += cell_text(row.children[i]);
      line += " |";
    }
    lines_.write(line);
    if (!std::exchange(is_head, false)) continue;
    std::string delimiters = "|";
    for (std::size_t i = 0; i < columns; ++i) {
      delimiters += delimiter_of(i < row.children.size() ? &row.children[i] : nullptr);
      delimiters += '|';
    }
    lines_.write(delimiters);
  }
  after_plain_ = false;
}

/// Writes as many of `blocks` as one table can hold, if one of them has a translation; returns how
/// many that were.
std::size_t BlockWriter::write_side_by_side(std::span<const Block> blocks) {
  std::size_t count = 0;
  bool has_translation = false;
  for (; count < blocks.size(); ++count) {
    const Block& block = blocks[count];
    if (is_plain_text(block)) {
      has_translation = has_translation || has_pairs(block);
    } else if (is_plain_list(block)) {
      has_translation =
          has_translation ||
          std::ranges::any_of(block.children, [&](const Block& item) { return has_pairs(item); });
    } else {
      break;
    }
  }
  if (!has_translation) return 0;
  lines_.begin_block();
  lines_.write("| 한국어 | English |");
  lines_.write("|---|---|");
  for (const Block& block : blocks.first(count)) {
    if (block.type != BlockType::list) {
      write_sides(block, point_lead(block.label));
      continue;
    }
    const std::string_view start = ordered_start(block);
    std::uint64_t number = start.empty() ? 0 : std::stoull(std::string(start));
    for (const Block& item : block.children) {
      write_sides(item, start.empty() ? "• " : std::to_string(number++) + ". ");
    }
  }
  after_plain_ = false;
  return count;
}

void BlockWriter::write_sides(const Block& block, std::string_view lead) {
  const auto write_row = [&](const std::string& korean, const std::string& english) {
    lines_.write("| " + std::string(lead) + korean + " | " +
                 (english.empty() ? "" : std::string(lead) + english + " ") + "|");
    lead = "";
  };
  const Sentences* const sentences = speaker_.translated(block);
  if (sentences == nullptr) return write_row(speaker_.korean(block, InlinePlace::cell), "");
  for (SentenceWalk walk(speaker_, block, *sentences); !walk.is_done(); walk.advance()) {
    write_row(walk.korean(InlinePlace::cell),
              walk.is_translated() ? walk.english(InlinePlace::cell) : "");
  }
}

}  // namespace galpi::exporters::markdown
