// From any byte of a block's content back to the file: content → prepared text → repaired body →
// clean text → line and column.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "galpi/base/source_span.hpp"
#include "galpi/model/block.hpp"
#include "source_text.hpp"

namespace galpi::ingest {

/// The maps of one post's body.
struct PlaceChain {
  const SourceText& source;
  const text::OffsetMap& repaired;  ///< repaired body → body
  const text::OffsetMap& prepared;  ///< prepared text → repaired body
  std::uint32_t body;               ///< where the body begins in the clean text

  TracedOffset to_clean(std::uint32_t prepared_offset) const;
  At at(std::uint32_t prepared_offset) const { return source.at(to_clean(prepared_offset).offset); }
};

/// Where the content of one block stands in the prepared text, line by line.
class ContentMap {
 public:
  explicit ContentMap(const PlaceChain& chain) : chain_(&chain) {}

  /// From `content_offset` on, content is copied from `prepared_offset` on. Offsets grow.
  void add(std::uint32_t content_offset, std::uint32_t prepared_offset) {
    if (count_++ == 0) {
      first_ = {content_offset, prepared_offset};
    } else {
      more_.push_back({content_offset, prepared_offset});
    }
  }
  /// Bytes [begin, end) of this map, as the map of a block of their own.
  ContentMap part(std::uint32_t begin, std::uint32_t end) const;

  std::uint32_t to_prepared(std::uint32_t content_offset) const;
  TracedOffset to_clean(std::uint32_t content_offset) const;
  At at(std::uint32_t content_offset) const;
  const PlaceChain& chain() const { return *chain_; }

 private:
  struct Line {
    std::uint32_t content;
    std::uint32_t prepared;
  };
  std::size_t line_of(std::uint32_t content_offset) const;
  const Line& line(std::size_t index) const { return index == 0 ? first_ : more_[index - 1]; }

  const PlaceChain* chain_;
  Line first_{0, 0};  ///< most blocks have one line only
  std::vector<Line> more_;
  std::size_t count_ = 0;
};

/// A stretch of a block's text that was copied from its content.
struct TextRun {
  std::uint32_t text;     ///< offset into the text; the run goes on to the next one
  std::uint32_t content;  ///< offset into the content, or, when `foreign`, the clean text
  bool foreign = false;
};

/// The anchors of `text`, whose runs `copied` are sorted; without runs it is the content.
std::vector<model::TextAnchor> make_anchors(std::string_view text,
                                            const std::vector<TextRun>& copied,
                                            const ContentMap& map);

}  // namespace galpi::ingest
