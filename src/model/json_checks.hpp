// What must hold of a block that comes from outside, beyond the types of its JSON values: the
// invariants of block.hpp, which exporters rely on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "galpi/model/block.hpp"

namespace galpi::model {

/// Lists, items, quotes and points inside each other.
constexpr std::uint32_t max_block_depth = 64;

/// Why `text` is no text of the model: not NFC, or a control character other than \n and \t.
std::optional<std::string> text_problem(std::string_view text);

/// Why `url` must not be in the model; an empty URL is none.
std::optional<std::string> url_problem(std::string_view url);

/// Why `source` is no path below a site root.
std::optional<std::string> source_problem(std::string_view source);

/// Whether `child` may stand in `parent`, or directly in a section when there is no parent.
bool may_hold(std::optional<BlockType> parent, BlockType child);

/// Lists, quotes, tables and rows: their content is in their children.
bool is_container(BlockType type);

struct MarkProblem {
  std::size_t index;
  std::string_view key;
  std::string message;
};

/// The first mark that breaks the order, the nesting or the rules for URLs. The offsets of all
/// marks are inside the text.
std::optional<MarkProblem> mark_problem(const std::vector<Mark>& marks);

}  // namespace galpi::model
