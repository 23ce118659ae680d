#include "galpi/markup/escape.hpp"

#include "escape_markdown.hpp"
#include "galpi/text/byte_search.hpp"

namespace galpi::markup {
namespace {

using Byte = unsigned char;

/// Bytes at which a run that can be copied as it is may end; U+FFFE and U+FFFF begin with 0xEF.
constexpr text::ByteSet make_xml_special() {
  text::ByteSet special = text::make_byte_set("&<>\"\xEF", 0x20);
  for (std::size_t control = 0; control < 0x20; ++control) special.wanted[control] = true;
  return special;
}
constexpr text::ByteSet xml_special = make_xml_special();

/// What stands for the special character at `text[at]`; `at` is moved behind it.
std::string_view xml_replacement(std::string_view text, std::size_t& at, bool attribute) {
  const std::string_view here = text.substr(at);
  if (here[0] == '\xEF') {
    const bool noncharacter = here.starts_with("\xEF\xBF\xBE") || here.starts_with("\xEF\xBF\xBF");
    const std::size_t length = here.size() < 3 ? here.size() : 3;
    at += length;
    return noncharacter ? std::string_view() : here.substr(0, length);
  }
  ++at;
  switch (here[0]) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':  // needed after ]] only (XML 1.0 §2.4); always is simpler for readers of the output
      return "&gt;";
    case '"':
      return attribute ? "&quot;" : "\"";
    case '\n':  // attribute values are normalized (§3.3.3), line ends too (§2.11)
      return attribute ? "&#10;" : "\n";
    case '\t':
      return attribute ? "&#9;" : "\t";
    case '\r':
      return "&#13;";
    default:
      return {};  // no Char of XML 1.0 §2.2
  }
}

void escape_xml(std::string& target, std::string_view text, bool attribute) {
  std::size_t run = 0;
  std::size_t i = 0;
  while ((i = text::find_byte<xml_special>(text, i)) < text.size()) {
    target.append(text, run, i - run);
    target.append(xml_replacement(text, i, attribute));
    run = i;
  }
  target.append(text, run, text.size() - run);
}

}  // namespace

void escape_to(std::string& target, std::string_view text, Context context) {
  switch (context) {
    case Context::xml_text:
      return escape_xml(target, text, false);
    case Context::xml_attribute:
      return escape_xml(target, text, true);
    case Context::markdown_text:
      return escape_markdown_text(target, text, {});
    case Context::markdown_text_one_tilde:
      return escape_markdown_text(target, text, {.lone_tilde = true});
    case Context::markdown_url:
      return escape_markdown_url(target, text);
  }
}

void escape_markdown_to(std::string& target, std::string_view text, MarkdownPlace place) {
  escape_markdown_text(target, text, place);
}

std::string escape(std::string_view text, Context context) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 16);
  escape_to(escaped, text, context);
  return escaped;
}

}  // namespace galpi::markup
