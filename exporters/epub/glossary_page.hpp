// The glossary: what each term of the book means, and every place that uses it.
#pragma once

#include <cstddef>
#include <string>

#include "book.hpp"

namespace galpi::exporters::epub {

/// One page of Book::glossary as XHTML.
std::string render_glossary_page(const Book& book, std::size_t page);

}  // namespace galpi::exporters::epub
