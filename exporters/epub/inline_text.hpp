// The text of a block as XHTML inlines: marks, glossary links, English names in brackets and
// language tags, merged in one pass over the text.
//
// Four sorted sequences meet here, and they may cross each other: the author's marks (which nest),
// term mentions, and Latin runs. Rules that keep the result well-formed and sensible:
//   - code, formulas, images and footnote references are atoms: written whole, nothing inside;
//   - a link is never split, and never holds a link to the glossary;
//   - a glossary link is never split: emphasis that crosses its edge is closed and reopened;
//   - language spans are innermost and close before anything opens or closes, unless a link as a
//     whole is English: then the link carries the tag.
// The letters of the text come out once, in order, whatever crosses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "chapter_state.hpp"
#include "galpi/model/block.hpp"
#include "galpi/model/reading.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::exporters::epub {

/// Reusable: keeps its buffers from block to block.
class InlineWriter {
 public:
  explicit InlineWriter(ChapterState& state) : state_(state), xml_(state.xml) {}

  /// Looks at a block; the next calls are about it.
  void set_block(const model::Block& block);
  /// Whether all of the block is English, so that its element can carry the tag.
  bool is_english() const;
  /// Writes bytes [from, to) of the block's text. With `is_tagged` the element around it says
  /// already that it is English.
  void write(std::size_t from, std::size_t to, bool is_tagged);
  /// Writes the marks of [from, to) that a translation cannot show: footnote references and images.
  void write_atoms(std::size_t from, std::size_t to);
  /// Writes the English of a sentence of the block. `$…$` in it is a formula when the block has the
  /// same one: dollars that are money stay as they are.
  void write_translation(std::string_view english);

 private:
  using TermAnchor = model::TermAnchor;
  /// An element that is open at the moment: of a mark, or of a term.
  struct Open {
    std::size_t start;
    std::size_t end;
    const model::Mark* mark;  ///< nullptr for a term
    const TermAnchor* term;   ///< nullptr for a mark
    bool is_tagged;
  };

  void find_solid_marks();
  void find_terms(std::size_t from, std::size_t to);

  void close_ended(std::size_t position);
  void close_from(std::size_t level, std::size_t position);
  void open_started(std::size_t& position, std::size_t to);
  void open_mark(const model::Mark& mark, std::size_t& position);
  void open_term(const TermAnchor& term, std::size_t& position);
  void push(Open open);
  void start_link(const Open& open);
  void pop();
  void write_glosses(std::size_t position);
  std::size_t next_event(std::size_t position, std::size_t to) const;

  void write_atom(const model::Mark& mark, std::string_view content);
  void write_formula(std::uint32_t offset, std::string_view tex);
  void write_image(const model::Mark& mark, std::string_view alternative);
  void write_footnote_reference(const model::Mark& mark, std::string_view shown);
  void write_term_note_reference(const TermAnchor& term);
  void write_gloss(std::uint32_t concept_index);
  void write_runs(std::size_t from, std::size_t to);
  void write_lines(std::string_view text);
  void write_unmarked(std::string_view text);
  bool is_one_run(std::size_t start, std::size_t end) const;
  std::size_t first_mark_from(std::size_t position) const;
  bool is_inside_link() const;

  ChapterState& state_;
  markup::XmlWriter& xml_;
  const model::Block* block_ = nullptr;
  std::string_view text_;
  std::vector<text::ByteRange> runs_;
  std::vector<text::ByteRange> solid_;  ///< merged stretches that no glossary link may touch
  std::vector<TermAnchor> terms_;
  std::vector<Open> open_;
  std::vector<Open> reopened_;
  bool has_code_ = false;   ///< code or a formula, which must not inherit a tag
  bool has_lines_ = false;  ///< more than one
  std::size_t next_mark_ = 0;
  std::size_t next_term_ = 0;
  std::size_t next_gloss_ = 0;
  std::size_t next_run_ = 0;
  unsigned tagged_ = 0;  ///< how many elements around the text say that it is English
};

}  // namespace galpi::exporters::epub
