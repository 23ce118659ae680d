// One escaper per output language and context, all on one page. Input is valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace galpi::markup {

enum class Context : unsigned char {
  xml_text,       ///< XML 1.0 character data; characters XML forbids are dropped
  xml_attribute,  ///< inside double quotes; line ends and tabs become references
  markdown_text,  ///< CommonMark + GFM inline text: nothing in it becomes markup
  markdown_url,   ///< a link destination, written in <…> when it must be
};

/// Appends `text` to `target`, escaped for `context`.
void escape_to(std::string& target, std::string_view text, Context context);

std::string escape(std::string_view text, Context context);

/// Whether a URL may be followed from a book: http, https, mailto, or a relative reference without
/// a scheme. Everything else (javascript:, data:, file:, …; also disguised by case, white space or
/// control characters) may not.
bool is_safe_url(std::string_view url);

/// `url` percent-encoded where RFC 3986 asks for it (spaces, quotes, non-ASCII), existing %XX kept.
std::string encode_url(std::string_view url);

}  // namespace galpi::markup
