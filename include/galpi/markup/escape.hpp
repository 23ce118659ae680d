// One escaper per output language and context, all on one page. Input is valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace galpi::markup {

enum class Context : unsigned char {
  xml_text,       ///< XML 1.0 character data; characters XML forbids are dropped
  xml_attribute,  ///< inside double quotes; line ends and tabs become references
  /// CommonMark + GFM inline text, also read with `$…$` mathematics, Liquid and kramdown's
  /// attribute lists: nothing in it becomes markup, whether it stands at the start of a line,
  /// within one, in a link's text or in a table cell. Holds for any piece of a block's text as long
  /// as markup (not more text) stands between pieces. White space is left as it is: text must not
  /// begin or end a line with it, and a line end within `text` is a soft break.
  markdown_text,
  /// The same for the pieces of a block with a single tilde in all: a tilde that can pair with no
  /// other needs no escape (`20~40%`).
  markdown_text_one_tilde,
  markdown_url,  ///< a link destination, written in <…> when it must be
  /// Running text of a LaTeX document whose preamble has `\\galpichar`: what no Korean font can be
  /// relied on to have goes through it. Nothing in `text` is a command; spaces of all kinds become
  /// plain ones, and characters that show nothing are dropped.
  latex_text,
  /// Text that ends in a PDF's metadata or bookmarks: as latex_text, but the characters themselves.
  latex_string,
  latex_url,  ///< an address that encode_url made, as an argument of `\href`
  tsv_cell,   ///< of our tab-separated tables: `\t`, `\n`, `\r` and `\\`, no quoting
};

/// Appends `text` to `target`, escaped for `context`.
void escape_to(std::string& target, std::string_view text, Context context);

std::string escape(std::string_view text, Context context);

/// What is known about where a piece of Markdown text stands. The defaults are those of
/// Context::markdown_text: nothing is known, everything is escaped that could need it somewhere.
struct MarkdownPlace {
  bool starts_line = true;  ///< nothing but white space may stand before it in its line
  bool ends_block = false;  ///< nothing at all comes after it
  bool in_link = true;      ///< between the brackets of a link or an image
  bool lone_tilde = false;  ///< as Context::markdown_text_one_tilde
};

/// Context::markdown_text for those who know more about the place.
void escape_markdown_to(std::string& target, std::string_view text, MarkdownPlace place);

/// Whether a URL may be followed from a book: http, https, mailto, or a relative reference without
/// a scheme. Everything else (javascript:, data:, file:, …; also disguised by case, white space or
/// control characters) may not; nor may `//host`, whose scheme would be that of the book's file.
bool is_safe_url(std::string_view url);

/// `url` percent-encoded where RFC 3986 asks for it (spaces, quotes, non-ASCII), existing %XX kept.
std::string encode_url(std::string_view url);

}  // namespace galpi::markup
