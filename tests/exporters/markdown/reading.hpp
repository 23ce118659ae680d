// Making small editions, writing them as Markdown, and reading that back twice: with galpi's own
// ingest and normalize, and with plain cmark-gfm.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "galpi/exporters/markdown.hpp"
#include "galpi/model/edition.hpp"
#include "support/blocks.hpp"

namespace galpi::tests {

model::Block paragraph(std::string text, std::vector<model::Mark> marks = {});
/// A mark over the first `words` in `text`.
model::Mark mark_of(std::string_view text, model::MarkType type, std::string_view words,
                    std::string url = "");
model::Section section(std::string heading, std::vector<model::Block> blocks,
                       model::SectionKind kind = model::SectionKind::other,
                       std::uint32_t level = 2);

/// A review whose only section has no heading.
model::Post review_of(std::vector<model::Block> blocks);
/// An edition of one day; its blocks are numbered, and there is room for mentions and sentences.
model::Edition edition_of(model::Post post);
model::Block& find_block(model::Edition& edition, std::string_view text);
/// Makes the block with `text` one sentence per translation, cut behind full stops. An empty one
/// stands for a sentence without translation.
void translate(model::Edition& edition, std::string_view text,
               const std::vector<std::string>& translations);
/// A mention of a new concept at the first `words` of the block with `text`, with a gloss.
void gloss(model::Edition& edition, std::string_view text, std::string_view words,
           const std::string& english);

std::string day_markdown(const model::Edition& edition,
                         const exporters::MarkdownOptions& options = {
                             exporters::MarkdownForm::annotated, model::Languages::korean});
std::string book_markdown(const model::Edition& edition, const exporters::MarkdownOptions& options);
/// The blocks' Markdown, without the front matter.
std::string body_of(std::vector<model::Block> blocks);
std::string without_front_matter(const std::string& markdown);

model::Post read_back(const std::string& markdown);
/// A post without places, heading levels and source, as text to compare.
std::string comparable(const model::Post& post);
/// Blocks without places, as text to compare.
std::string comparable(std::vector<model::Block> blocks);
/// The blocks written and read back.
std::string written_and_read(const std::vector<model::Block>& blocks);

/// Text and marks of the first paragraph as plain cmark-gfm reads them, as text to compare.
std::string first_paragraph_by_cmark(const std::string& markdown);
/// The same of a block of the model.
std::string text_and_marks(const model::Block& made);

}  // namespace galpi::tests
