// Bare addresses in prose: the autolink extension of GFM, with one difference - a link ends before
// Hangul, because what follows is a particle (`https://…/abs/…를 보라`).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "entities.hpp"
#include "inline_tokens.hpp"

namespace galpi::ingest {

struct BareLink {
  std::uint32_t begin;
  std::uint32_t end;
  std::string_view prefix;  ///< what its URL needs in front: `http://`, `mailto:` or nothing
};

/// The address around the `:`, `w` or `@` at `at`, not before `begin`; within brackets it ends at
/// the closing one.
std::optional<BareLink> find_bare_link(std::string_view text, std::uint32_t at, std::uint32_t begin,
                                       bool in_brackets);

/// Adds the tokens of `link`; character references in it are decoded.
void add_bare_link(std::string_view content, const BareLink& link, EntityDecoder& entities,
                   InlineTokens& result);

}  // namespace galpi::ingest
