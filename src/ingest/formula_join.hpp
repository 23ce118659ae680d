// Formulas that run over several lines: where they open and close, so that they can be put on one
// line before their `- x` and `= y` open blocks.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "line_tracker.hpp"
#include "lines.hpp"

namespace galpi::ingest {

class FormulaFinder {
 public:
  FormulaFinder(const Lines& lines, const LineTracker& tracker)
      : lines_(lines), tracker_(tracker) {}

  /// The place of a `$$`, `\[` or `\begin{align}` in [at, end) of one line that is not closed
  /// there.
  std::optional<std::uint32_t> open(std::uint32_t at, std::uint32_t end) const;

  /// Behind the mark that closes the formula at `open` in `line` in a later line of its container.
  /// `alone`: nothing stands before it, so that it may hold empty lines.
  std::optional<std::uint32_t> close(std::uint32_t line, std::uint32_t open, bool alone);

 private:
  const Lines& lines_;
  const LineTracker& tracker_;
  /// By containers, mark and `alone`: up to which line no formula is closed. One of more lines than
  /// the limit that begins within them is not looked for.
  std::map<std::tuple<std::uint64_t, std::string, bool>, std::uint32_t> unclosed_;
};

}  // namespace galpi::ingest
