// The sentences of a book, with what stands around each: what cards are made of.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "galpi/model/edition.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {

struct BookSentence {
  model::Place place;
  const model::BilingualDigest* day = nullptr;
  const model::Paper* paper = nullptr;  ///< nothing outside papers
  const model::Section* section = nullptr;
  const model::Block* block = nullptr;
  text::ByteRange range;  ///< within the block's text, without white space around it
  std::string_view translation;

  std::string_view text() const {
    return std::string_view(block->text).substr(range.start, range.end - range.start);
  }
};

/// Every sentence of running text (paragraphs, points, items), in reading order.
void for_each_sentence(const model::Edition& edition,
                       const std::function<void(const BookSentence&)>& take);

/// The sentences of one section of a paper.
void for_each_sentence(const model::BilingualDigest& day, model::Place place,
                       const model::Paper* paper, const model::Section& section,
                       const std::function<void(const BookSentence&)>& take);

/// Whether the text is a whole sentence: it does not break off.
bool is_whole(std::string_view sentence);

/// Whether the text points at what stands around it (`이 방법은`, `그 결과`, `다만`): alone it
/// cannot be understood.
bool leans(std::string_view text);

/// Whether a mark that must not be cut (code, formula) touches the range.
bool touches_atom(const model::Block& block, text::ByteRange range);

/// The paper as a link, for the back of a card.
std::string source_link(const BookSentence& sentence);
std::string paper_link(const model::Paper& paper);

}  // namespace galpi::exporters::anki
