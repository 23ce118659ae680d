// The control words that formulas may use. Everything else is shown as source: a formula is
// somebody's input, and TeX is a programming language.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace galpi::exporters::math {

enum class MathWord : std::uint8_t {
  symbol,     ///< stands for itself: \alpha, \leq, \quad
  operation,  ///< a symbol that takes \limits: \sum, \lim
  one,        ///< takes one argument that is mathematics: \hat, \mathbf
  two,        ///< takes two: \frac, \overset
  root,       ///< \sqrt[n]{x}
  arrow,      ///< \xrightarrow[below]{above}
  text,       ///< takes text: \text, \textbf
  letters,    ///< takes letters and digits only, its font has no more: \mathbb
  delimiter,  ///< \langle, \rfloor: a symbol that may also follow \left
  big,        ///< takes a delimiter: \bigl, \Big
  rows,       ///< \substack
  left,
  right,
  middle,
  begin,
  end,
  dropped,  ///< says nothing on paper: \label{…}, \nonumber
  tag,      ///< \tag{1}
  space,    ///< \hspace{1em}
};

/// How a control word (without its backslash) may be used, or nothing when it may not.
std::optional<MathWord> math_word(std::string_view name);

/// What an environment becomes inside a formula: the amsmath environment of the same rows.
struct MathEnvironment {
  std::string_view written;  ///< empty: nothing is written around the rows
  bool has_columns;          ///< `array`: an argument with columns follows
};
std::optional<MathEnvironment> math_environment(std::string_view name);

/// The commands for a character beyond ASCII that mathematics has a symbol for, or nothing.
std::string_view math_character(char32_t c);

}  // namespace galpi::exporters::math
