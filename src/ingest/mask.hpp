// Hiding inline markup from cmark.
//
// cmark-gfm is asked for blocks only. It has no trustworthy positions for inlines, is quadratic on
// several of them, and CommonMark's own rules lose what Korean writers mean; inlines are read by
// inline_reader.hpp. So that cmark wastes no time on them, each inline markup character becomes one
// control character - which cleaned text cannot contain - and is put back afterwards. Text keeps
// its length: masked and unmasked text have the same offsets.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace galpi::ingest {

/// Stands for nothing: keeps what follows from opening a block. The only control character that
/// unmasked text still holds; readers skip it.
inline constexpr char guard = '\x01';
/// A line end within a formula that was put on one line.
inline constexpr char masked_line_end = '\x0F';
/// A `|` within a formula, which must not end a table cell.
inline constexpr char masked_bar = '\x10';

/// Masks the inline markup in [from, to) of `text`, a stretch of one line in which nothing opens a
/// block.
void mask_inlines(std::string& text, std::size_t from, std::size_t to);

/// Puts the masked characters of `text` at or after `from` back.
void unmask(std::string& text, std::size_t from = 0);

}  // namespace galpi::ingest
