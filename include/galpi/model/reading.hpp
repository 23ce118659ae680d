// What every format asks of an edition while it walks through it. Nothing is copied: what is
// returned lives as long as the edition.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "galpi/model/edition.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::model {

/// Marks that are written whole, with nothing inside them.
constexpr bool is_atom(MarkType type) {
  return type == MarkType::code || type == MarkType::math || type == MarkType::image ||
         type == MarkType::footnote;
}

/// Nothing when the block has none.
const std::vector<Mention>* mentions_of(const AnnotatedDigest& day, const Block& block);

/// The block's sentences when at least one of them has a translation, else nothing.
const std::vector<Sentence>* translations_of(const BilingualDigest& day, const Block& block);

/// The label of a footnote mark's url ("#fn-LABEL"), or empty.
std::string_view footnote_label(std::string_view url);

/// Calls `visit` for every item of the post's lists of footnotes: first outside papers, then in
/// them.
void for_each_footnote(const Post& post, const std::function<void(const Block& item)>& visit);

/// The image of a mark's url, or nothing.
const ImageAsset* find_image(const Edition& edition, std::string_view url);

/// Fills `ranges` with the merged stretches that a link to the glossary must not touch: atoms,
/// links.
void find_solid_ranges(const std::vector<Mark>& marks, std::vector<text::ByteRange>& ranges);
bool touches(const std::vector<text::ByteRange>& ranges, const Mention& mention);

/// A mention that becomes a link to the glossary, is followed by its English name, or both.
struct TermAnchor {
  std::size_t start;  ///< byte offset into the block's text
  std::size_t end;    ///< exclusive
  std::uint32_t concept_index;
  bool is_link;
  bool is_gloss;
};

/// Fills `anchors` with those among the block's mentions that lie in [from, to) whole and name
/// a concept of the glossary. `take_link` is asked about each that is not ambiguous, in order, and
/// remembers what it has linked.
void find_term_anchors(const std::vector<Mention>& mentions, const Glossary& glossary,
                       std::size_t from, std::size_t to,
                       const std::function<bool(const Mention&)>& take_link,
                       std::vector<TermAnchor>& anchors);

/// Takes the translation of one of the block's sentences apart. `$…$` in it is a formula when the
/// block has the same one; dollars that are money stay text. Offsets of `formula` are the block's.
void read_translation(
    std::string_view translation, const Block& block,
    const std::function<void(std::string_view text)>& take_text,
    const std::function<void(std::string_view tex, const Mark& formula)>& take_formula);

}  // namespace galpi::model
