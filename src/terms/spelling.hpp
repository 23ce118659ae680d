// "did you mean": the known word nearest to a misspelt one.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace galpi::terms {

/// Edits between two short words: insertions, deletions, replacements and swaps of neighbours
/// (optimal string alignment), in bytes.
std::size_t edit_distance(std::string_view left, std::string_view right);

/// The one of `known` that `word` most likely stands for, or an empty view: at most two edits away,
/// and at most a third of its length. The first of equals.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known);

}  // namespace galpi::terms
