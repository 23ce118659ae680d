// The text of a block as TeX: marks, links to the glossary and English names in brackets. Where
// marks and terms cross, the text is cut into pieces, each of which carries all that holds there,
// so that braces always match. The letters come out once, in order.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document.hpp"
#include "galpi/model/reading.hpp"

namespace galpi::exporters::latex {

class InlineWriter {
 public:
  /// `longest_word` is how many columns (a Hangul syllable is two) may stand without a place to
  /// break a line: narrow in a table, wide in running text.
  explicit InlineWriter(DayState& state, std::size_t longest_word = 40)
      : state_(state), document_(state.document), longest_word_(longest_word) {}

  /// Writes bytes [from, to) of the block's text.
  void write(const model::Block& block, std::size_t from, std::size_t to);
  void write(const model::Block& block) { write(block, 0, block.text.size()); }
  /// The block's text in the book's language: sentences without a translation stay Korean.
  void write_in_book_language(const model::Block& block);
  /// The English of those of the block's sentences that have some.
  void write_translations(const model::Block& block, const std::vector<model::Sentence>& sentences);

 private:
  /// Footnote references and images of [from, to), which a translation cannot show.
  void write_atoms(const model::Block& block, std::size_t from, std::size_t to);
  /// The English of a sentence of the block. `$…$` in it is a formula when the block has the same.
  void write_translation(const model::Block& block, std::string_view english);
  std::vector<model::TermAnchor> find_terms(const model::Block& block, std::size_t from,
                                            std::size_t to);
  struct Piece {
    std::size_t start;
    std::size_t end;
  };
  void write_piece(const model::Block& block, const std::vector<const model::Mark*>& active,
                   Piece piece, const model::TermAnchor* term);
  void write_atom(const model::Block& block, const model::Mark& mark);
  void write_formula(const model::Block& block, std::uint32_t offset, std::string_view tex);
  void write_image(const model::Mark& mark, std::string_view alternative);
  void write_lines(std::string_view text);
  void write_words(std::string_view line);

  DayState& state_;
  Document& document_;
  std::size_t longest_word_;
  std::size_t unbroken_ = 0;  ///< columns since the last place where a line may break
};

}  // namespace galpi::exporters::latex
