// The LaTeX side of escape.hpp.
#pragma once

#include <string>
#include <string_view>

namespace galpi::markup {

void escape_latex_text(std::string& target, std::string_view text);

void escape_latex_string(std::string& target, std::string_view text);

void escape_latex_url(std::string& target, std::string_view url);

}  // namespace galpi::markup
