// Links of a paper that are no text: `> [Alphaxiv](…)` and the like.
#pragma once

#include <string>
#include <vector>

#include "galpi/model/post.hpp"

namespace galpi::normalize {

/// The link marks of `block` alone, with the text they cover.
std::vector<model::PaperLink> links_of(const model::Block& block);

/// When `block` (a paragraph, or a quote or list of them) holds links and no other word, moves its
/// links to `links` and returns true; the block is then to be dropped.
bool take_links(const model::Block& block, std::vector<model::PaperLink>& links);

/// Whether a link's text says only that it is a link: `arXiv`, `링크`, a URL, an identifier.
bool is_generic_link_text(std::string_view text);

/// The http(s) URL at the start of `text`, up to white space, a bracket or a Hangul particle.
std::string_view url_at_start(std::string_view text);

}  // namespace galpi::normalize
