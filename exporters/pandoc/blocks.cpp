#include "blocks.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace galpi::exporters::pandoc {
namespace {

using model::Block;
using model::BlockType;

// Beyond this, lists and quotes go on without further indentation: ingest flattens there too, and
// pandoc's writers recurse.
constexpr std::size_t depth_limit = 64;

// The first number of an ordered list, or nothing for a bulleted one. CommonMark allows 9 digits.
std::optional<std::uint32_t> ordered_start(const Block& list) {
  if (!list.label.has_value() || list.label->size() > 9) return std::nullopt;
  const char* const end = list.label->data() + list.label->size();
  std::uint32_t start = 0;
  const auto [stopped, error] = std::from_chars(list.label->data(), end, start);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return start;
}

/// Task boxes as pandoc's own readers give them; its writers know them again.
std::string_view task_box(const Block& item) {
  if (item.label == "[ ]") return "☐ ";
  if (item.label == "[x]") return "☒ ";
  return "";
}

}  // namespace

void BlockWriter::write(const std::vector<Block>& blocks) {
  for (std::size_t i = 0; i < blocks.size();) {
    if (blocks[i].type != BlockType::point) {
      write_block(blocks[i++]);
      continue;
    }
    // Points that follow each other are one list; those without a label are another kind.
    const bool is_labelled = blocks[i].label.has_value();
    std::size_t end = i + 1;
    while (end < blocks.size() && blocks[end].type == BlockType::point &&
           blocks[end].label.has_value() == is_labelled) {
      ++end;
    }
    write_points(&blocks[i], &blocks[end - 1] + 1);
    i = end;
  }
}

void BlockWriter::write_block(const Block& block) {
  switch (block.type) {
    case BlockType::paragraph:
    case BlockType::html:
    case BlockType::image:
      return write_content(block, "Para");
    case BlockType::point:
      return write_points(&block, &block + 1);
    case BlockType::list:
      return write_list(block);
    case BlockType::quote:
      return write_quote(block);
    case BlockType::table:
      return write_table(block);
    case BlockType::code:
      return write_code(block);
    case BlockType::math:
      return write_displayed_formula(block);
    case BlockType::rule:
      return nodes_.empty("HorizontalRule");
    case BlockType::item:
    case BlockType::row:
    case BlockType::cell:
      break;
  }
  // Parts of lists and tables that stand alone: only damaged input has them. Their text is kept.
  write_content(block, "Para");
}

void BlockWriter::write_points(const Block* first, const Block* last) {
  const bool is_labelled = first->label.has_value();
  nodes_.open(is_labelled ? "DefinitionList" : "BulletList");
  for (const Block* point = first; point != last; ++point) {
    nodes_.begin_list();
    if (is_labelled) {
      nodes_.begin_list();
      InlineList term(nodes_);
      term.text(point_label(state_.book.labels, *point->label));
      term.finish();
      nodes_.end_list();
      nodes_.begin_list();  // definitions, of which there is one
      nodes_.begin_list();
    }
    write_content(*point, "Plain");
    if (is_labelled) {
      nodes_.end_list();
      nodes_.end_list();
    }
    nodes_.end_list();
  }
  nodes_.close();
}

void BlockWriter::write_list(const Block& list) {
  if (list.label == "footnotes") return write_footnotes(list);
  if (depth_ >= depth_limit) {
    for (const Block& item : list.children) write_content(item, "Para", task_box(item));
    return;
  }
  ++depth_;
  const std::optional<std::uint32_t> start = ordered_start(list);
  nodes_.open(start.has_value() ? "OrderedList" : "BulletList");
  if (start.has_value()) {
    nodes_.begin_list();
    nodes_.number(*start);
    nodes_.empty("Decimal");
    nodes_.empty("Period");
    nodes_.end_list();
    nodes_.begin_list();
  }
  for (const Block& item : list.children) write_item(item);
  if (start.has_value()) nodes_.end_list();
  nodes_.close();
  --depth_;
}

void BlockWriter::write_item(const Block& item) {
  nodes_.begin_list();
  write_content(item, "Plain", task_box(item));
  nodes_.end_list();
}

// Notes stand where they are referred to; here is what nothing before has referred to.
void BlockWriter::write_footnotes(const Block& list) {
  for (const Block& item : list.children) {
    const std::string label = item.label.value_or("");
    const auto found = state_.footnotes.find(label);
    if (found != state_.footnotes.end() && found->second.item == &item) {
      if (found->second.is_written) continue;
      found->second.is_written = true;
    }
    write_content(item, "Para", "[" + label + "] ");
  }
}

void BlockWriter::write_note(const Block& item) { write_content(item, "Para"); }

void BlockWriter::write_quote(const Block& quote) {
  if (depth_ >= depth_limit) return write_content(quote, "Para");
  ++depth_;
  nodes_.open("BlockQuote");
  write_content(quote, "Para");
  nodes_.close();
  --depth_;
}

void BlockWriter::write_content(const Block& block, std::string_view type,
                                std::string_view before) {
  if (!block.text.empty() || !block.marks.empty() || !before.empty()) {
    nodes_.open(type);
    inline_.begin(block);
    inline_.list().text(before);
    write_text(block);
    inline_.finish();
    nodes_.close();
    write_translation_below(block);
  }
  if (!block.children.empty()) write(block.children);
}

void BlockWriter::write_text(const Block& block) {
  const auto* const sentences = state_.translations(block);
  if (sentences != nullptr && state_.book.labels.english) {
    return write_translation_instead(*sentences);
  }
  inline_.write(0, block.text.size());
}

void BlockWriter::write_translation_below(const Block& block) {
  if (state_.book.options.languages != model::Languages::both) return;
  const auto* const sentences = state_.translations(block);
  if (sentences == nullptr) return;
  nodes_.open("Div");
  nodes_.attributes({"", {"translation"}, "en"});
  nodes_.begin_list();
  nodes_.open("Para");
  inline_.begin(block);
  for (const model::Sentence& sentence : *sentences) {
    if (sentence.translation.empty()) continue;
    inline_.list().text(" ");
    inline_.write_translation(sentence.translation);
  }
  inline_.finish();
  nodes_.close();
  nodes_.end_list();
  nodes_.close();
}

void BlockWriter::write_translation_instead(const std::vector<model::Sentence>& sentences) {
  for (const model::Sentence& sentence : sentences) {
    inline_.list().text(" ");
    if (sentence.translation.empty()) {
      inline_.write(sentence.start, sentence.end);
    } else {
      inline_.write_translation(sentence.translation);
      inline_.write_atoms(sentence.start, sentence.end);
    }
  }
}

}  // namespace galpi::exporters::pandoc
