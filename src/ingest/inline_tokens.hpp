// What the inline reader finds in a block, before it is written out as text and marks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "galpi/model/block.hpp"

namespace galpi::ingest {

enum class TokenKind : std::uint8_t {
  text,     ///< content [begin, end) as it is
  decoded,  ///< strings[value] stands for content [begin, end)
  soft_break,
  hard_break,
  line_end,   ///< a block-level HTML tag: a line break unless the line is empty
  code,       ///< content [begin, end) between the backticks
  math,       ///< content [begin, end) between the marks; value 1 when displayed
  delimiter,  ///< a run of `*`, `_` or `~`; what is left of it is text
  bracket,    ///< `[` or `![`; nothing once its link is found
  close,      ///< `]` of a link: the title of links[value] follows it
  link_text,  ///< an autolink's text, content [begin, end); its address is strings[value]
  image,      ///< an <img>: strings[value] is its text, strings[value + 1] its source
  stand_in,   ///< strings[value], if there is no text since the end of token `begin`
  footnote,   ///< [begin, end) is the label; strings[value] its normal form
  nothing,    ///< a place without text: an HTML tag
};

struct Token {
  TokenKind kind;
  bool dead = false;        ///< a bracket that became markup
  std::uint16_t left = 0;   ///< delimiter: characters used up at its left end
  std::uint16_t right = 0;  ///< delimiter: characters used up at its right end
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t value = 0;
};

/// A mark from the end of one token to the start of a later one.
struct TokenSpan {
  model::MarkType type;
  std::uint32_t open;
  std::uint32_t close;
  std::uint32_t url = 0xFFFFFFFF;  ///< into strings
};

/// A title that is shown in brackets after a link or image.
struct LinkTitle {
  std::string text;
  std::uint32_t place = 0;  ///< offset into the content or, when `foreign`, into the clean text
  bool foreign = false;
};

struct InlineTokens {
  std::vector<Token> tokens;
  std::vector<TokenSpan> spans;
  std::vector<LinkTitle> titles;
  std::vector<std::string> strings;

  std::uint32_t add(TokenKind kind, std::uint32_t begin, std::uint32_t end,
                    std::uint32_t value = 0) {
    tokens.push_back({kind, false, 0, 0, begin, end, value});
    return static_cast<std::uint32_t>(tokens.size() - 1);
  }
  std::uint32_t add_string(std::string text) {
    strings.push_back(std::move(text));
    return static_cast<std::uint32_t>(strings.size() - 1);
  }
};

}  // namespace galpi::ingest
