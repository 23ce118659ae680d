// Blocks → Markdown blocks.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "galpi/model/block.hpp"
#include "line_writer.hpp"
#include "sentence_pairs.hpp"

namespace galpi::exporters::markdown {

/// The first number of an ordered list, or nothing. CommonMark allows nine digits.
std::string_view ordered_start(const model::Block& list);

class BlockWriter {
 public:
  BlockWriter(LineWriter& lines, const Speaker& speaker, const Footnotes& footnotes, Mode mode)
      : lines_(lines), speaker_(speaker), footnotes_(footnotes), mode_(mode) {}

  void write(std::span<const model::Block> blocks);

 private:
  using Sentences = std::vector<model::Sentence>;
  /// What is known of the block before, in the same container.
  struct Siblings {
    bool after_list = false;  ///< another list would go on with it
    bool alternate = false;   ///< it had the second kind of marker
  };

  std::size_t write_next(std::span<const model::Block> blocks);
  void write_block(const model::Block& block);
  void write_text(const model::Block& block, std::string_view lead);
  void write_pairs(const model::Block& block, const Sentences& sentences, std::string_view lead);
  void write_points(std::span<const model::Block> points);
  void write_list(const model::Block& list);
  void write_footnotes(const model::Block& list);
  void enter_item(std::string_view marker, std::string_view indent);
  void write_item(const model::Block& item);
  void write_content(const model::Block& block, std::string_view lead);
  void write_quote(const model::Block& quote);
  void write_code(const model::Block& block);
  void write_formula(const model::Block& block);
  void write_table(const model::Block& table);
  std::string cell_text(const model::Block& cell) const;
  std::size_t write_side_by_side(std::span<const model::Block> blocks);
  void write_sides(const model::Block& block, std::string_view lead);
  bool has_pairs(const model::Block& block) const;
  bool is_tight(const model::Block& list) const;
  char next_bullet();

  LineWriter& lines_;
  const Speaker& speaker_;
  const Footnotes& footnotes_;
  Mode mode_;
  Siblings siblings_;
  bool in_tight_list_ = false;
  bool after_plain_ = false;  ///< the line before is a sentence without translation
};

}  // namespace galpi::exporters::markdown
