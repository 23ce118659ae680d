// Which marks can be written with `*`, `**` and `~~`, and which need a tag.
//
// CommonMark closes emphasis by what stands around the delimiter (§6.2), which fails next to Hangul
// particles (`**어텐션(attention)**을`), between adjacent marks and in other corners. Instead of
// knowing the corners, the choice is tried out: the rules are applied to the row of tokens as it
// would be written, and a mark that does not come out as itself becomes `<strong>`.
#pragma once

#include <vector>

#include "inline_tokens.hpp"

namespace galpi::exporters::markdown {

struct EmphasisChoice {
  std::vector<bool> as_tag;          ///< by mark
  std::vector<bool> backtick_style;  ///< by token: formulas whose `*` or `_` would pair with others
};

EmphasisChoice choose_emphasis(const InlineTokens& row, bool in_cell);

}  // namespace galpi::exporters::markdown
