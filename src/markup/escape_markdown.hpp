// The Markdown side of escape.hpp.
#pragma once

#include <string>
#include <string_view>

namespace galpi::markup {

/// With `keep_tilde` tildes are left alone: the caller knows that there is one only.
void escape_markdown_text(std::string& target, std::string_view text, bool keep_tilde);

void escape_markdown_url(std::string& target, std::string_view url);

}  // namespace galpi::markup
