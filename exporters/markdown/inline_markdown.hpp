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

/// The lines of a stretch of text, joined by '\n'. No line begins or ends with white space, except
/// the two spaces of a hard break.
std::string write_inlines(const InlineSource& source, InlinePlace place, bool ends_block = true);

/// Plain text in one line.
std::string write_plain(std::string_view text, InlinePlace place);

}  // namespace galpi::exporters::markdown
