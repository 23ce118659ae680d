// The title page: what the book is, what it covers, who wrote it and what may be done with it.
#pragma once

#include <string>

#include "book.hpp"

namespace galpi::exporters::epub {

std::string render_title_page(const Book& book);

}  // namespace galpi::exporters::epub
