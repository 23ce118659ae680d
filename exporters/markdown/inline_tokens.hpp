// A stretch of a block's text as a flat row of tokens: text, finished pieces of Markdown, and the
// edges of marks. Marks are clipped to the stretch, glosses become part of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/model/block.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::exporters::markdown {

/// Footnotes of the document: labels that have a definition, and what our labels begin with so that
/// those of several posts do not meet.
struct Footnotes {
  std::set<std::string, std::less<>> labels;
  std::string prefix;
};

/// An English name that goes in brackets at `offset` of the text.
struct Gloss {
  std::uint32_t offset = 0;
  std::string_view english;
};

enum class TokenKind : std::uint8_t {
  text,     ///< plain, without line ends
  atom,     ///< Markdown, ready to be written
  formula,  ///< the TeX source of an inline formula
  open,     ///< of emphasis, strong or strikethrough
  close,
  link_open,   ///< `[` or `![`
  link_close,  ///< `](…)`
  hard_break,
};

struct Token {
  TokenKind kind;
  std::string content;     ///< text, Markdown or TeX
  std::uint32_t mark = 0;  ///< open and close: number of the mark in this row
};

struct InlineTokens {
  std::vector<Token> tokens;
  std::vector<model::MarkType> marks;  ///< of open and close tokens
  std::size_t tildes = 0;              ///< in text tokens
};

/// The part [from, to) of a block's text. Line breaks and spaces at its ends are dropped.
struct InlineSource {
  std::string_view text;               ///< of the whole block
  std::span<const model::Mark> marks;  ///< those that touch the part, in the order of the block's
  std::span<const Gloss> glosses;      ///< of the whole block, sorted
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  const Footnotes& footnotes;
  bool in_cell = false;  ///< bars would end a table cell
};

InlineTokens read_tokens(const InlineSource& source);

}  // namespace galpi::exporters::markdown
