// Text with marks → inline Markdown.
#pragma once

#include <string>

#include "inline_tokens.hpp"

namespace galpi::exporters::markdown {

enum class InlinePlace : unsigned char {
  paragraph,     ///< at the start of a line
  continuation,  ///< behind other text in its line
  heading,       ///< in one line
  cell,          ///< of a table: in one line, without bare bars
};

/// What comes behind the stretch in its block.
enum class InlineRest : unsigned char {
  nothing,
  text,    ///< set off by a space
  markup,  ///< right behind it
};

/// The lines of a stretch of text, joined by '\n'. No line begins or ends with white space, except
/// the two spaces of a hard break.
std::string write_inlines(const InlineSource& source, InlinePlace place,
                          InlineRest rest = InlineRest::nothing);

/// The whole text of a block, without names of terms.
std::string write_block_text(const model::Block& block, const Footnotes& footnotes,
                             InlinePlace place, InlineRest rest = InlineRest::nothing);

/// Plain text in one line.
std::string write_plain(std::string_view text, InlinePlace place);

}  // namespace galpi::exporters::markdown
