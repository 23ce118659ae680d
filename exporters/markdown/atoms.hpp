// Inline pieces that are written whole: code spans, formulas, addresses, footnote labels.
#pragma once

#include <string>
#include <string_view>

namespace galpi::exporters::markdown {

/// A code span (CommonMark 0.31 §6.1) that reads back as `code`; line ends become spaces.
std::string code_span(std::string_view code, bool in_cell);

/// How an inline formula may be written.
enum class FormulaStyle : unsigned char {
  dollars,   ///< `$…$`
  backtick,  ///< `` $`…`$ ``, GitHub's: a code span to all other readers, so nothing gets out of it
};

/// The style that reads back as `tex`, `dollars` where that is possible. `next` is the character
/// that will follow.
FormulaStyle formula_style(std::string_view tex, char next);
std::string inline_formula(std::string_view tex, FormulaStyle style, bool in_cell);

/// Whether a link can be written `<url>`: it shows its own address, and nothing in that means
/// something else.
bool is_autolink(std::string_view shown, std::string_view url, bool in_cell);

/// Whether `label` can stand between `[^` and `]`.
bool is_footnote_label(std::string_view label);

/// The longest run of `c` in `text`.
std::size_t longest_run(std::string_view text, char c);

}  // namespace galpi::exporters::markdown
