// Text → the HTML of a field. Anki neither sanitises fields nor escapes them, and gives meaning to
// more than HTML: `{{…}}`, `::` within a cloze, `[sound:…]`, `[latex]`, `[$]`, `\(…\)`. What leaves
// here is made of b, code, sub, sup, span, br and text in which none of that means anything.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/model/block.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {

/// Plain text as HTML; runs of white space become one space, control characters vanish.
std::string escape_field(std::string_view text);

/// A formula in MathJax's brackets, or as code when it is not plainly a formula: MathJax obeys
/// \href and \require, and a stray \) would end it early.
std::string formula_field(std::string_view tex);

/// In place of a stretch of a block's text, this HTML.
struct Replacement {
  text::ByteRange range;
  std::string html;
};

/// A stretch of a block's text with its code, formulas, sub- and superscripts; emphasis and links
/// are only their text, references to footnotes vanish. `replacements` are sorted, do not overlap
/// and touch no formula.
std::string render_stretch(const model::Block& block, text::ByteRange stretch,
                           std::span<const Replacement> replacements = {});

/// A blank that shows where something was left out.
inline constexpr std::string_view blank_html = R"(<span class="blank"></span>)";

/// The text of a field as Anki sees it when it sorts and compares: without tags, entities read.
std::string plain_field(std::string_view html);

}  // namespace galpi::exporters::anki
