#include "galpi/markup/escape.hpp"

#include "escape_latex.hpp"
#include "escape_markdown.hpp"
#include "escape_xml.hpp"

namespace galpi::markup {
namespace {

void escape_tsv_cell(std::string& target, std::string_view text) {
  constexpr std::string_view special = "\t\n\r\\";
  constexpr std::string_view letters = "tnr\\";
  for (const char c : text) {
    const std::size_t which = special.find(c);
    if (which == std::string_view::npos) {
      target += c;
    } else {
      target += '\\';
      target += letters[which];
    }
  }
}

}  // namespace

void escape_to(std::string& target, std::string_view text, Context context) {
  switch (context) {
    case Context::xml_text:
      return escape_xml_text(target, text);
    case Context::xml_attribute:
      return escape_xml_attribute(target, text);
    case Context::markdown_text:
      return escape_markdown_text(target, text, {});
    case Context::markdown_text_one_tilde:
      return escape_markdown_text(target, text, {.lone_tilde = true});
    case Context::markdown_url:
      return escape_markdown_url(target, text);
    case Context::latex_text:
      return escape_latex_text(target, text);
    case Context::latex_string:
      return escape_latex_string(target, text);
    case Context::latex_url:
      return escape_latex_url(target, text);
    case Context::tsv_cell:
      return escape_tsv_cell(target, text);
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
