// The text of a block as pandoc's inlines: marks, English names of terms in brackets and language
// spans, merged in one pass. Code, formulas, images and footnote references are atoms: written
// whole, with nothing inside. The letters of the text come out once, in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "book.hpp"
#include "galpi/model/block.hpp"
#include "galpi/model/reading.hpp"
#include "galpi/text/utf8.hpp"
#include "inline_list.hpp"

namespace galpi::exporters::pandoc {

class InlineText {
 public:
  explicit InlineText(DayState& state) : state_(state), list_(state.nodes) {}

  /// Starts the inlines of `block`; the caller has opened the list they stand in.
  void begin(const model::Block& block);
  void finish() { list_.finish(); }
  /// For what stands beside the block's own text.
  InlineList& list() { return list_; }

  /// Writes bytes [from, to) of the block's text.
  void write(std::size_t from, std::size_t to);
  /// Writes the marks of [from, to) that a translation cannot show: footnote references and images.
  void write_atoms(std::size_t from, std::size_t to);
  /// Writes the English of a sentence of the block. `$…$` in it is a formula when the block has the
  /// same one: dollars that are money stay as they are.
  void write_translation(std::string_view english);

 private:
  struct Open {
    std::size_t end;
    const model::Mark* mark;
  };

  void find_glosses(std::size_t from, std::size_t to);
  std::size_t first_mark_from(std::size_t position) const;
  std::size_t next_event(std::size_t position, std::size_t to) const;
  void close_ended(std::size_t position);
  void write_glosses(std::size_t position);
  void open_started(std::size_t& position, std::size_t to);
  void open_mark(const model::Mark& mark, std::size_t& position);
  void push(const Open& open);
  bool is_inside_link() const;
  void write_tagged(std::size_t from, std::size_t to);

  void write_atom(const model::Mark& mark, std::string_view content);
  void write_formula(std::uint32_t offset, std::string_view tex);
  void write_image(const model::Mark& mark, std::string_view alternative);
  void write_footnote(const model::Mark& mark, std::string_view shown);

  DayState& state_;
  InlineList list_;
  const model::Block* block_ = nullptr;
  std::string_view text_;
  std::vector<text::ByteRange> runs_;
  std::vector<model::TermAnchor> glosses_;  ///< all of them are glosses
  std::vector<Open> open_;
  std::vector<Open> reopened_;
  std::size_t next_mark_ = 0;
  std::size_t next_gloss_ = 0;
};

/// `text` with its Latin runs in spans, if the options want them.
void write_tagged_text(const Book& book, InlineList& list, std::string_view text);

}  // namespace galpi::exporters::pandoc
