// The cover: an SVG drawing (text as text, generic fonts, so no font file is needed) and the page
// that shows it. Its motif is a page of text whose lines are the days of the book, each as long as
// the day has papers, with a bookmark (갈피) laid over it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "book.hpp"

namespace galpi::exporters::epub {

std::string render_cover_svg(const Book& book);
std::string render_cover_page(const Book& book);

/// `text` in lines at most `width` columns wide (a Hangul syllable is two), broken at spaces, or
/// within a word that is too long by itself.
std::vector<std::string> wrap_by_width(std::string_view text, std::size_t width);

}  // namespace galpi::exporters::epub
