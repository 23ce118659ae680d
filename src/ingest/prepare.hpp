// Second repair of a body, line by line: headings broken over lines are joined, formulas of several
// lines are put on one, kramdown's attribute lists are taken out, limits are kept; and all inline
// markup is masked (mask.hpp). Of what comes out cmark reads the outline (prose_tails.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/ingest/parse_post.hpp"
#include "galpi/text/normalization.hpp"
#include "prose_tails.hpp"
#include "repair_blocks.hpp"

namespace galpi::ingest {

struct PreparedText {
  std::string text;              ///< masked; ends with a paragraph that refers to every footnote
  text::OffsetMap map;           ///< back to `body`
  std::uint32_t end = 0;         ///< where that paragraph begins
  std::vector<ProseTail> tails;  ///< of `text`; nothing in them is masked
  /// Offsets of the lines under table heads (`|---|---|`): cmark does not say where tables begin.
  std::vector<std::uint32_t> delimiter_rows;
};

/// `body` is the text of repair_blocks(); `report` places offsets of it in the clean text.
class PlaceReporter;
PreparedText prepare(std::string_view body, const Limits& limits, const PlaceReporter& report);

/// Reports at offsets of the body as repair_blocks() left it.
class PlaceReporter {
 public:
  PlaceReporter(Reporter& reporter, const text::OffsetMap& map, std::uint32_t offset)
      : reporter_(reporter), map_(map), offset_(offset) {}
  void report(DiagnosticCode code, std::uint32_t start, std::uint32_t end, std::string message,
              std::string hint = {}) const {
    reporter_.report(code, offset_ + map_.to_old(start), offset_ + map_.to_old(end),
                     std::move(message), std::move(hint));
  }

 private:
  Reporter& reporter_;
  const text::OffsetMap& map_;
  std::uint32_t offset_;
};

}  // namespace galpi::ingest
