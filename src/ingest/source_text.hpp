// The bytes of a post made into clean text: valid UTF-8 in NFC, LF line ends, no byte order mark,
// no control, zero-width or bidirectional characters - and the way back from any byte of it to the
// line and column of the raw file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/text/normalization.hpp"

namespace galpi::ingest {

/// A place and how many bytes from it on follow without a gap on both sides.
struct TracedOffset {
  std::uint32_t offset;
  std::uint32_t run;
};

/// Follows `map` backwards from `new_offset`.
TracedOffset trace(const text::OffsetMap& map, std::uint32_t new_offset);

class SourceText {
 public:
  /// The clean text.
  std::string_view text() const { return changed_ ? *changed_ : raw_; }

  /// Where byte `offset` of the clean text stands in the raw file. Cheap for offsets that grow.
  At at(std::uint32_t offset) const;
  /// Like at(), and until which clean offset one code point is one column.
  At at(std::uint32_t offset, std::uint32_t& valid_until) const;

  /// The raw line (1-based) without its line end; bytes that are not UTF-8 shown as U+FFFD.
  std::string_view raw_line(std::uint32_t line) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  /// All raw lines, for RawPost::lines.
  std::vector<std::string> raw_lines() const;

 private:
  friend class SourceReader;

  std::string raw_;                         ///< valid UTF-8, LF line ends, no byte order mark
  std::vector<std::uint32_t> line_starts_;  ///< into raw_; a last empty line is not counted
  std::optional<std::string> changed_;      ///< the clean text, where it is not raw_
  text::OffsetMap removed_;                 ///< from the text before NFC to raw_
  text::OffsetMap composed_;                ///< from the clean text to the text before NFC

  /// The last answer of at(): counting goes on from there.
  struct Cursor {
    std::uint32_t line = 0;
    std::uint32_t offset = 0;
    std::uint32_t column = 1;
  };
  mutable Cursor cursor_;
};

/// Reads a post's bytes. Fails with invalid_input when they are no UTF-8 text at all; a few bad
/// bytes and stray characters are repaired and reported, once per line.
Result<SourceText> read_source(std::string_view bytes, const std::string& file,
                               DiagnosticSink& diagnostics);

/// `text` without control, zero-width and bidirectional characters, in NFC: for values that escapes
/// can smuggle past the reading of the file (YAML's "\u202E", entities).
std::string clean_value(std::string_view text);

}  // namespace galpi::ingest
