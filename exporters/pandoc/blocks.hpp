// The blocks of a section as pandoc's blocks: each type of model/block.hpp, with English below or
// in place of the Korean as the options say.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "book.hpp"
#include "inline_text.hpp"

namespace galpi::exporters::pandoc {

/// A formula, or its source when it is more than one (tex.hpp); the caller has opened the inlines.
void write_math(DayState& state, NodeWriter& nodes, const model::Block& block, std::uint32_t offset,
                std::string_view tex, bool is_displayed);

class BlockWriter {
 public:
  explicit BlockWriter(DayState& state) : state_(state), nodes_(state.nodes), inline_(state) {}

  void write(const std::vector<model::Block>& blocks);
  /// What a footnote says, as the blocks of the Note that the caller has opened.
  void write_note(const model::Block& item);

 private:
  void write_block(const model::Block& block);
  void write_points(const model::Block* first, const model::Block* last);
  void write_list(const model::Block& list);
  void write_item(const model::Block& item);
  void write_footnotes(const model::Block& list);
  void write_quote(const model::Block& quote);
  void write_table(const model::Block& table);
  void write_row(const model::Block& row, std::size_t columns);
  void write_code(const model::Block& code);
  void write_displayed_formula(const model::Block& formula);

  /// The block's text as a `Para` or a `Plain`, then its children. `before` stands before the text.
  void write_content(const model::Block& block, std::string_view type,
                     std::string_view before = "");
  void write_text(const model::Block& block);
  /// Only in a book in both languages: the English of `block`, as a division of its own.
  void write_translation_below(const model::Block& block);
  /// In an English book: translations, and the Korean of sentences that have none.
  void write_translation_instead(const std::vector<model::Sentence>& sentences);

  DayState& state_;
  NodeWriter& nodes_;
  InlineText inline_;
  std::size_t depth_ = 0;
};

}  // namespace galpi::exporters::pandoc
