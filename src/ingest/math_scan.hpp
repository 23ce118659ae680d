// Where formulas begin and end: `$…$` by pandoc's rules, `$$…$$`, `\(…\)`, `\[…\]`, what kramdown
// and GitHub write for them (`\\(…\\)`, `` $`…`$ ``), and the environments that MathJax finds in
// prose (`\begin{align}…\end{align}`).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galpi::ingest {

struct MathSpan {
  std::size_t end = 0;          ///< the first byte after the closing mark
  std::size_t inner_begin = 0;  ///< the TeX source, without the marks; an environment is all source
  std::size_t inner_end = 0;
  bool displayed = false;
};

/// `\end{align}` when `text` begins with `\begin{align}` or another environment that is a displayed
/// formula by itself; empty otherwise.
std::string environment_end(std::string_view text);

/// Finds formulas in one stretch of text: a paragraph, or a line. Any number of calls with growing
/// offsets takes linear time in all.
class MathScanner {
 public:
  explicit MathScanner(std::string_view text) : text_(text) {}

  /// The formula that starts at `at`, where the text has a `$` or a backslash.
  std::optional<MathSpan> find(std::size_t at);

 private:
  std::optional<MathSpan> dollars(std::size_t at);
  std::optional<MathSpan> single_dollar(std::size_t at);
  std::optional<MathSpan> bracketed(std::size_t at);
  std::optional<MathSpan> environment(std::size_t at) const;
  std::optional<MathSpan> delimited(std::size_t at, std::string_view open, std::string_view close,
                                    bool displayed, std::size_t& none_after) const;

  std::string_view text_;
  // From these offsets on the closing mark does not occur any more.
  std::size_t no_dollar_ = std::string_view::npos;
  std::size_t no_double_dollar_ = std::string_view::npos;
  std::size_t no_bracket_[4] = {std::string_view::npos, std::string_view::npos,
                                std::string_view::npos, std::string_view::npos};
  std::size_t no_backtick_dollar_ = std::string_view::npos;
};

}  // namespace galpi::ingest
