// "Did you mean …?": the known word nearest to a mistyped one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace galpi {

/// Optimal string alignment distance in bytes (insert, delete, replace, swap neighbours).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The word of `known` nearest to `word`, if it is near enough to be what was meant: at most two
/// edits, and at most a third of the known word's length (one edit in very short ones). The first
/// one wins a tie. Words over 64 bytes match nothing.
std::optional<std::string_view> nearest_word(std::string_view word,
                                             std::span<const std::string_view> known);

}  // namespace galpi
