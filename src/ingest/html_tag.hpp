// One HTML tag in a text (CommonMark 0.29, section 6.10).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "html_names.hpp"

namespace galpi::ingest {

struct HtmlTag {
  HtmlElement element = HtmlElement::none;
  std::string_view name;
  bool closing = false;
  std::string_view href;  ///< of attributes `href` or `src`, as written
  std::string_view alt;
  std::size_t length = 0;  ///< in bytes, `<` and `>` included
};

/// The tag at the start of `text`, whatever its name; nothing when `<` begins none.
std::optional<HtmlTag> read_html_tag(std::string_view text);

/// The length of an autolink `<https://…>` or `<name@host>` at the start of `text`, or 0.
std::size_t angle_autolink_length(std::string_view text, bool& is_email);

}  // namespace galpi::ingest
