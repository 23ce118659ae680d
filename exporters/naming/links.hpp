// Which addresses a book may lead to. Everything else stays plain text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galpi::exporters {

/// `url` as an href for the world outside the book, or nothing: only http, https and mailto with a
/// well-formed rest (RFC 3986). Relative references lead nowhere in a book (RSC-007 of epubcheck).
std::optional<std::string> outside_href(std::string_view url);

}  // namespace galpi::exporters
