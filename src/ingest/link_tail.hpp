// The parts of links: destinations, titles, labels, and link reference definitions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galpi::ingest {

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin == end; }
};

/// What follows the text of a link, or the label of a definition. All offsets are into the text
/// that was searched.
struct LinkTail {
  Range destination;
  Range title;
  std::uint32_t end = 0;  ///< the first byte after it
};

/// `(destination "title")` at `at` (CommonMark 0.29, section 6.6).
std::optional<LinkTail> read_link_tail(std::string_view text, std::uint32_t at);

/// The label in `[label]` at `at`, whose end is set; nothing when it is empty or no label.
std::optional<Range> read_label(std::string_view text, std::uint32_t at, std::uint32_t& end);

struct LinkDefinition {
  Range label;
  LinkTail tail;
};

/// `[label]: destination "title"` at `at`, up to the end of its line (section 4.7).
std::optional<LinkDefinition> read_definition(std::string_view text, std::uint32_t at);

/// How labels are compared: white space folded, ASCII letters in lower case.
std::string normalize_label(std::string_view label);

}  // namespace galpi::ingest
