// The blocks of a section as TeX, with English below or in place of the Korean as the options say.
#pragma once

#include <vector>

#include "inline_text.hpp"

namespace galpi::exporters::latex {

class BlockWriter {
 public:
  explicit BlockWriter(DayState& state)
      : state_(state), document_(state.document), inline_(state) {}

  void write(const std::vector<model::Block>& blocks);

 private:
  void write_block(const model::Block& block);
  void write_paragraph(const model::Block& block);
  void write_point(const model::Block& point);
  void write_list(const model::Block& list);
  void write_footnotes(const model::Block& list);
  void write_indented(const model::Block& item, const std::string& marker);
  void write_quote(const model::Block& quote);
  void write_table(const model::Block& table);
  void write_code(const model::Block& code);
  void write_displayed_formula(const model::Block& formula);
  void write_figure(const model::Block& image);

  /// Text, translation and children, behind a marker that was just written.
  void write_content(const model::Block& block);
  /// So that TeX's messages lead to the post.
  void mark_place(const model::Block& block);

  DayState& state_;
  Document& document_;
  InlineWriter inline_;
  unsigned depth_ = 0;
};

/// A table; cells hold text only, as GFM's do.
void write_table_rows(DayState& state, const model::Block& table);

}  // namespace galpi::exporters::latex
