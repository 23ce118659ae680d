// Posts and books as documents: headings at their levels, papers with their links, the list of
// terms.
//
// Levels, for a post of its own and within a book:
//   book title         -   #
//   post               -   ##      (a post's own title is in its front matter)
//   paper              #   ###
//   section of a paper ##  ####    (deeper where the author went deeper)
//   other sections     as the author has them, but # behind a paper: they close it;  ### in a book
#pragma once

#include <string>

#include "galpi/exporters/markdown.hpp"
#include "sentence_pairs.hpp"

namespace galpi::exporters::markdown {

/// How form and languages come together: English alone whatever the form; pairs only where both
/// languages are wanted and the day has translations.
Mode mode_of(const MarkdownOptions& options);

/// The whole of a post's document.
std::string post_document(const model::Edition& edition, const model::BilingualDigest& day,
                          Mode mode);

/// What comes before the posts of a book: front matter and title.
std::string book_head(const model::Edition& edition, Mode mode);
/// A post within a book; `number` keeps its footnotes apart from those of others.
std::string book_part(const model::Edition& edition, const model::BilingualDigest& day,
                      std::size_t number, Mode mode);
/// What comes after them: the terms, if there are any.
std::string book_tail(const model::Edition& edition, Mode mode);

}  // namespace galpi::exporters::markdown
