// The XML side of escape.hpp.
#pragma once

#include <string>
#include <string_view>

namespace galpi::markup {

void escape_xml_text(std::string& target, std::string_view text);

void escape_xml_attribute(std::string& target, std::string_view text);

}  // namespace galpi::markup
