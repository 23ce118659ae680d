// Which names are HTML elements, and what becomes of each in a post.
#pragma once

#include <cstdint>
#include <string_view>

namespace galpi::ingest {

enum class HtmlElement : std::uint8_t {
  none,         ///< no element of HTML: <think>, Vec<T>
  transparent,  ///< the tag is dropped, its content stays
  block,        ///< the same, and its tags end a line
  active,       ///< removed with its content: script, style, iframe, …
  strong,
  emphasis,
  strikethrough,
  code,
  superscript,
  subscript,
  line_break,
  link,
  image,
};

/// By name, in any case.
HtmlElement html_element(std::string_view name);

/// The element name at the start of `text`, which is what follows `<` or `</`.
std::string_view html_name(std::string_view text);

/// Whether `text` opens an HTML block of CommonMark's type 6 or (<pre>) type 1.
bool opens_html_block(std::string_view text);
bool opens_pre_block(std::string_view text);

/// Whether `</name` stands in `text`, in any case.
bool contains_closing_tag(std::string_view text, std::string_view name);

}  // namespace galpi::ingest
