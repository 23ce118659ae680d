// Small editions made by hand, for tests and for looking at pages: no reading of Markdown, no
// glossary file, just the model.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/model/edition.hpp"
#include "support/blocks.hpp"

namespace galpi::sample {

using tests::block;
using tests::labelled;
inline model::Block paragraph(std::string text) {
  return block(model::BlockType::paragraph, std::move(text));
}
/// Puts a mark on the first `surface` in the block's text.
model::Block& mark(model::Block& target, model::MarkType type, std::string_view surface,
                   std::string url = "");
model::Section section(model::SectionKind kind, std::string heading,
                       std::vector<model::Block> blocks, std::uint32_t level = 2);
model::Paper paper(std::uint32_t number, std::string title, std::string arxiv,
                   std::vector<model::Section> sections);
/// Numbers the blocks and makes room for mentions and sentences.
model::BilingualDigest day(model::Post post);
/// Marks every `surface` in the day's running text as a mention; the first gets a gloss if asked.
void mention(model::BilingualDigest& target, std::string_view surface, std::uint32_t concept_index,
             bool gloss = false, bool ambiguous = false);
/// Gives the sentence `korean`, wherever it stands, a translation.
void translate(model::BilingualDigest& target, std::string_view korean, std::string english);
/// Fills metadata, works and terms of an edition from its days.
void assemble(model::Edition& edition);

/// Every type of block and mark, two posts on one day, a paper on two days, images and formulas.
model::Edition full_edition();

/// The block whose text contains `part`; the day must have one.
model::Block& find_block(model::BilingualDigest& target, std::string_view part);

}  // namespace galpi::sample
