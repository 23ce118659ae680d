// The blocks of a section as XHTML: each type of model/block.hpp, with English below or in place of
// the Korean as the options say.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "chapter_state.hpp"
#include "inline_text.hpp"

namespace galpi::exporters::epub {

class BlockWriter {
 public:
  explicit BlockWriter(ChapterState& state) : state_(state), xml_(state.xml), inline_(state) {}

  void write(const std::vector<model::Block>& blocks);

 private:
  void write_block(const model::Block& block);
  void write_paragraph(const model::Block& block, std::string_view class_name);
  void write_points(const model::Block* first, const model::Block* last);
  void write_list(const model::Block& list);
  void write_item(const model::Block& item);
  void write_footnotes(const model::Block& list);
  void write_footnote(const model::Block& item);
  void write_quote(const model::Block& quote);
  void write_table(const model::Block& table);
  void write_row(const model::Block& row, bool is_head);
  void write_code(const model::Block& code);
  void write_displayed_formula(const model::Block& formula);
  void write_figure(const model::Block& image);

  /// What an element that was just started holds: the block's text and then its children.
  void write_content(const model::Block& block);
  /// Only in a book in both languages: the English of `block`, as a paragraph of its own.
  void write_translation_below(const model::Block& block);
  /// The text of `block` as inlines. With `may_tag` the element just started may get the tag.
  void write_text(const model::Block& block, bool may_tag);
  /// In an English book: translations, and the Korean of sentences that have none.
  void write_translation_instead(const std::vector<model::Sentence>& sentences, bool may_tag);

  ChapterState& state_;
  markup::XmlWriter& xml_;
  InlineWriter inline_;
};

}  // namespace galpi::exporters::epub
