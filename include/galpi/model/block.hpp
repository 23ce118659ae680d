// Blocks: the content of a section, once, in reading order, as plain text with marks.
// JSON form: docs/model.md and docs/model.schema.json.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "galpi/base/source_span.hpp"

namespace galpi::model {

enum class MarkType : std::uint8_t {
  emphasis,
  strong,
  strikethrough,
  code,
  math,      ///< the marked text is the TeX source, without dollar signs
  link,      ///< `url` is where it leads; always a safe scheme
  image,     ///< the marked text is the alternative text, `url` the source
  footnote,  ///< the marked text is the reference as shown, such as "[1]"; `url` is "#fn-LABEL"
  superscript,
  subscript,
};

/// A property of a stretch of a block's text. Marks of one block nest properly; they are sorted by
/// start, longer ones first.
struct Mark {
  MarkType type;
  std::uint32_t start = 0;  ///< byte offset into the block's text (code points in JSON)
  std::uint32_t end = 0;    ///< exclusive
  std::string url;          ///< link, image, footnote; else empty

  bool operator==(const Mark&) const = default;
};

enum class BlockType : std::uint8_t {
  paragraph,
  point,  ///< a labelled bullet of a digest; `label` is goal, motivation, contribution or nothing
  list,   ///< children are items; `label` is the first number of an ordered list, else nothing;
          ///< a list whose label is "footnotes" holds one item per footnote
  item,   ///< `label`: "[ ]" or "[x]" in a task list, the footnote's label in a footnote list
  quote,
  table,  ///< children are rows, the first of which is the head
  row,    ///< children are cells
  cell,   ///< `label`: left, center, right or nothing
  code,   ///< `label` is the language, if any
  math,   ///< a displayed formula; text is the TeX source, without dollar signs
  image,  ///< text is the alternative text; one image mark over it carries the source
  html,   ///< what could be read of a stretch of raw HTML; text, never markup
  rule,
};

/// From `offset` (bytes into the text) on, text is at `at` in the source: each further code point
/// of the text is one further column, until the next anchor.
struct TextAnchor {
  std::uint32_t offset = 0;
  At at;

  bool operator==(const TextAnchor&) const = default;
};

/// Containers (list, quote, table, row, and an item or point that holds more than one paragraph)
/// have an empty text. An item or quote that holds just one paragraph: an item keeps the text
/// itself; a quote always has paragraph children.
struct Block {
  BlockType type = BlockType::paragraph;
  std::optional<std::string> label;
  std::string text;  ///< a hard break is '\n'; a soft break is a space
  std::vector<Mark> marks;
  std::vector<Block> children;
  At at;
  std::vector<TextAnchor>
      anchors;                ///< sorted by offset; the first is at offset 0 when text is not empty
  std::uint32_t ordinal = 0;  ///< number of the block within its post, in reading order

  bool operator==(const Block&) const = default;
};

/// Where byte `offset` of the block's text stands in the source; the block's own place when
/// unknown.
At position_in_source(const Block& block, std::uint32_t offset);

}  // namespace galpi::model
