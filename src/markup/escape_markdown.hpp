// The Markdown side of escape.hpp.
#pragma once

#include <string>
#include <string_view>

#include "galpi/markup/escape.hpp"

namespace galpi::markup {

void escape_markdown_text(std::string& target, std::string_view text, MarkdownPlace place);

void escape_markdown_url(std::string& target, std::string_view url);

}  // namespace galpi::markup
