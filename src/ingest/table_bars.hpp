// The bars of a table row: those that part cells, and those that belong to a formula or to code.
// kramdown, unlike GitHub, takes a bar in code for code; so do the posts written for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace galpi::ingest {

/// Masks (mask.hpp) the bars in formulas and code spans of `text` from `from` on, within one line.
/// `\|` in code stays: cmark takes the backslash away.
void mask_bars(std::string& text, std::size_t from);

/// The cells of a row whose other bars are masked, as cmark counts them.
std::size_t count_cells(std::string_view row);

/// What makes `cells` more empty cells at the end of `row`.
std::string empty_cells(std::string_view row, std::size_t cells);

}  // namespace galpi::ingest
