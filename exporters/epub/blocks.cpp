#include "blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "language.hpp"

namespace galpi::exporters::epub {
namespace {

using model::Block;
using model::BlockType;

// The first number of an ordered list, or nothing for a bulleted one. CommonMark allows 9 digits.
std::string_view ordered_start(const Block& list) {
  const std::string_view label = list.label.has_value() ? std::string_view(*list.label) : "";
  const bool is_number = !label.empty() && label.size() <= 9 &&
                         std::ranges::all_of(label, [](char c) { return c >= '0' && c <= '9'; });
  return is_number ? label : std::string_view();
}

}  // namespace

void BlockWriter::write(const std::vector<Block>& blocks) {
  for (std::size_t i = 0; i < blocks.size();) {
    if (blocks[i].type != BlockType::point) {
      write_block(blocks[i++]);
      xml_.line();
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
    xml_.line();
    i = end;
  }
}

void BlockWriter::write_block(const Block& block) {
  switch (block.type) {
    case BlockType::paragraph:
      return write_paragraph(block, "");
    case BlockType::html:
      return write_paragraph(block, "html");
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
    case BlockType::image:
      return write_figure(block);
    case BlockType::rule:
      xml_.start("hr");
      return xml_.end();
    case BlockType::item:
    case BlockType::row:
    case BlockType::cell:
      break;
  }
  // Parts of lists and tables that stand alone: only damaged input has them. Their text is kept.
  xml_.start("div");
  write_content(block);
  xml_.end();
}

void BlockWriter::write_paragraph(const Block& block, std::string_view class_name) {
  xml_.start("p");
  if (!class_name.empty()) xml_.attribute("class", class_name);
  write_text(block, true);
  xml_.end();
  write_translation_below(block);
  if (!block.children.empty()) write(block.children);
}

void BlockWriter::write_points(const Block* first, const Block* last) {
  const bool is_labelled = first->label.has_value();
  const auto list = xml_.element(is_labelled ? "dl" : "ul");
  xml_.attributes(R"(class="points")");
  for (const Block* point = first; point != last; ++point) {
    xml_.line();
    if (is_labelled) {
      write_tagged_element(xml_, "dt", "", point_label(state_.book.labels, *point->label));
    }
    const auto content = xml_.element(is_labelled ? "dd" : "li");
    write_content(*point);
  }
  xml_.line();
}

void BlockWriter::write_list(const Block& list) {
  if (list.label == "footnotes") return write_footnotes(list);
  const std::string_view start = ordered_start(list);
  const auto element = xml_.element(start.empty() ? "ul" : "ol");
  if (!start.empty() && start != "1") xml_.attribute("start", start);
  for (const Block& item : list.children) {
    xml_.line();
    write_item(item);
  }
  xml_.line();
}

void BlockWriter::write_item(const Block& item) {
  const auto element = xml_.element("li");
  if (item.label == "[ ]" || item.label == "[x]") {
    xml_.attribute("class", "task");
    xml_.start("span");
    xml_.attribute("class", "box");
    xml_.text(*item.label);
    xml_.end();
    xml_.text(" ");
  }
  write_content(item);
}

void BlockWriter::write_footnotes(const Block& list) {
  const auto section = xml_.element("section");
  xml_.attribute("class", "footnotes").attribute("aria-label", state_.book.labels.notes);
  for (const Block& item : list.children) {
    xml_.line();
    write_footnote(item);
  }
  xml_.line();
}

// Kindle wants the way back first; Apple Books takes an aside out of the flow, so only notes that
// something refers to are asides.
void BlockWriter::write_footnote(const Block& item) {
  const std::string label = item.label.value_or("");
  const auto found = state_.footnotes.find(label);
  const bool is_referenced = found != state_.footnotes.end() && found->second.references > 0;
  const auto element = xml_.element(is_referenced ? "aside" : "div");
  xml_.attribute("class", "footnote");
  if (is_referenced) {
    xml_.attributes(R"(epub:type="footnote" role="doc-footnote")")
        .attribute("id", found->second.id);
  }
  xml_.start("p");
  if (is_referenced) {
    xml_.start("a");
    xml_.attribute("role", "doc-backlink")
        .attribute("href", {"#", found->second.id, "-ref"})
        .attribute("title", state_.book.labels.back);
  } else {
    xml_.start("span");
  }
  if (is_referenced) {
    xml_.text(fmt::format("[{}]", found->second.number));
  } else {
    write_tagged_content(xml_, "[" + label + "]");
  }
  xml_.end();
  if (!item.text.empty()) {
    xml_.text(" ");
    write_text(item, false);
  }
  xml_.end();
  if (!item.text.empty()) write_translation_below(item);
  if (!item.children.empty()) write(item.children);
}

void BlockWriter::write_quote(const Block& quote) {
  const auto element = xml_.element("blockquote");
  if (!quote.text.empty()) write_paragraph(quote, "");
  xml_.line();
  if (quote.text.empty()) write(quote.children);
}

void BlockWriter::write_content(const Block& block) {
  if (!block.text.empty() || !block.marks.empty()) {
    write_text(block, false);
    write_translation_below(block);
  }
  if (!block.children.empty()) {
    xml_.line();
    write(block.children);
  }
}

void BlockWriter::write_text(const Block& block, bool may_tag) {
  inline_.set_block(block);
  const auto* const sentences = state_.translations(block);
  if (sentences != nullptr && state_.book.labels.english) {
    return write_translation_instead(*sentences, may_tag);
  }
  const bool is_tagged = may_tag && inline_.is_english();
  if (is_tagged) mark_english(xml_);
  inline_.write(0, block.text.size(), is_tagged);
}

void BlockWriter::write_translation_below(const Block& block) {
  if (state_.book.options.languages != model::Languages::both) return;
  const auto* const sentences = state_.translations(block);
  if (sentences == nullptr) return;
  inline_.set_block(block);
  xml_.start("p");
  xml_.attribute("class", "en");
  mark_english(xml_);
  bool is_first = true;
  for (const model::Sentence& sentence : *sentences) {
    if (sentence.translation.empty()) continue;
    if (!is_first) xml_.text(" ");
    is_first = false;
    inline_.write_translation(sentence.translation);
  }
  xml_.end();
}

void BlockWriter::write_translation_instead(const std::vector<model::Sentence>& sentences,
                                            bool may_tag) {
  const bool is_whole = may_tag && std::ranges::none_of(sentences, [](const auto& sentence) {
                          return sentence.translation.empty();
                        });
  if (is_whole) mark_english(xml_);
  bool is_first = true;
  for (const model::Sentence& sentence : sentences) {
    if (!is_first) xml_.text(" ");
    is_first = false;
    if (sentence.translation.empty()) {
      inline_.write(sentence.start, sentence.end, false);
      continue;
    }
    if (!is_whole) {
      xml_.start("span");
      mark_english(xml_);
    }
    inline_.write_translation(sentence.translation);
    if (!is_whole) xml_.end();
    inline_.write_atoms(sentence.start, sentence.end);
  }
}

}  // namespace galpi::exporters::epub
