#include "html_names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "galpi/text/utf8.hpp"

namespace galpi::ingest {
namespace {

struct Named {
  std::string_view name;
  HtmlElement element;
};

using enum HtmlElement;

/// HTML Living Standard, section 4, and the obsolete names old posts still have. Sorted by name.
constexpr Named elements[] = {{"a", link},
                              {"abbr", transparent},
                              {"acronym", transparent},
                              {"address", block},
                              {"applet", active},
                              {"area", transparent},
                              {"article", block},
                              {"aside", block},
                              {"audio", transparent},
                              {"b", strong},
                              {"base", active},
                              {"bdi", transparent},
                              {"bdo", transparent},
                              {"big", transparent},
                              {"blockquote", block},
                              {"body", block},
                              {"br", line_break},
                              {"button", transparent},
                              {"canvas", block},
                              {"caption", block},
                              {"center", block},
                              {"cite", emphasis},
                              {"code", code},
                              {"col", block},
                              {"colgroup", block},
                              {"data", transparent},
                              {"datalist", transparent},
                              {"dd", block},
                              {"del", strikethrough},
                              {"details", block},
                              {"dfn", emphasis},
                              {"dialog", block},
                              {"dir", block},
                              {"div", block},
                              {"dl", block},
                              {"dt", block},
                              {"em", emphasis},
                              {"embed", active},
                              {"fieldset", block},
                              {"figcaption", block},
                              {"figure", block},
                              {"font", transparent},
                              {"footer", block},
                              {"form", block},
                              {"frame", active},
                              {"frameset", active},
                              {"h1", block},
                              {"h2", block},
                              {"h3", block},
                              {"h4", block},
                              {"h5", block},
                              {"h6", block},
                              {"head", block},
                              {"header", block},
                              {"hgroup", block},
                              {"hr", block},
                              {"html", block},
                              {"i", emphasis},
                              {"iframe", active},
                              {"img", image},
                              {"input", transparent},
                              {"ins", transparent},
                              {"kbd", code},
                              {"label", transparent},
                              {"legend", block},
                              {"li", block},
                              {"link", active},
                              {"main", block},
                              {"map", transparent},
                              {"mark", transparent},
                              {"marquee", block},
                              {"menu", block},
                              {"meta", active},
                              {"meter", transparent},
                              {"nav", block},
                              {"nobr", transparent},
                              {"noembed", block},
                              {"noframes", block},
                              {"noscript", block},
                              {"object", active},
                              {"ol", block},
                              {"optgroup", block},
                              {"option", block},
                              {"output", transparent},
                              {"p", block},
                              {"param", active},
                              {"picture", transparent},
                              {"pre", block},
                              {"progress", transparent},
                              {"q", transparent},
                              {"rp", transparent},
                              {"rt", transparent},
                              {"ruby", transparent},
                              {"s", strikethrough},
                              {"samp", code},
                              {"script", active},
                              {"section", block},
                              {"select", transparent},
                              {"slot", transparent},
                              {"small", transparent},
                              {"source", transparent},
                              {"span", transparent},
                              {"strike", strikethrough},
                              {"strong", strong},
                              {"style", active},
                              {"sub", subscript},
                              {"summary", block},
                              {"sup", superscript},
                              {"svg", active},
                              {"table", block},
                              {"tbody", block},
                              {"td", block},
                              {"template", active},
                              {"textarea", transparent},
                              {"tfoot", block},
                              {"th", block},
                              {"thead", block},
                              {"time", transparent},
                              {"title", block},
                              {"tr", block},
                              {"track", transparent},
                              {"tt", code},
                              {"u", transparent},
                              {"ul", block},
                              {"var", emphasis},
                              {"video", transparent},
                              {"wbr", transparent}};

/// CommonMark 0.29, section 4.6, start condition 6, where cmark leaves all up to an empty line raw.
constexpr std::string_view block_names[] = {
    "address",  "article",  "aside",    "base",       "basefont", "blockquote", "body",   "caption",
    "center",   "col",      "colgroup", "dd",         "details",  "dialog",     "dir",    "div",
    "dl",       "dt",       "fieldset", "figcaption", "figure",   "footer",     "form",   "frame",
    "frameset", "h1",       "h2",       "h3",         "h4",       "h5",         "h6",     "head",
    "header",   "hr",       "html",     "iframe",     "legend",   "li",         "link",   "main",
    "menu",     "menuitem", "nav",      "noframes",   "ol",       "optgroup",   "option", "p",
    "param",    "section",  "source",   "summary",    "table",    "tbody",      "td",     "tfoot",
    "th",       "thead",    "title",    "tr",         "track",    "ul"};

static_assert(std::ranges::is_sorted(elements, {}, &Named::name));
static_assert(std::ranges::is_sorted(block_names));

bool ends_name(std::string_view rest) {
  return rest.empty() || rest[0] == ' ' || rest[0] == '\t' || rest[0] == '>' ||
         rest.starts_with("/>");
}

}  // namespace

HtmlElement html_element(std::string_view name) {
  constexpr std::size_t longest = 10;
  if (name.empty() || name.size() > longest) return none;
  const std::string lower = text::ascii_lower(name);
  const auto* const found = std::ranges::lower_bound(elements, lower, {}, &Named::name);
  return found != std::end(elements) && found->name == lower ? found->element : none;
}

std::string_view html_name(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (text.empty() || !is_letter(text[0])) return {};
  std::size_t length = 1;
  while (length < text.size() &&
         (is_letter(text[length]) || (text[length] >= '0' && text[length] <= '9') ||
          text[length] == '-')) {
    ++length;
  }
  return text.substr(0, length);
}

bool opens_pre_block(std::string_view text) {
  if (!text.starts_with('<')) return false;
  const std::string_view name = html_name(text.substr(1));
  return name.size() == 3 && text::ascii_lower(name) == "pre" && ends_name(text.substr(4));
}

bool opens_html_block(std::string_view text) {
  if (!text.starts_with('<')) return false;
  if (opens_pre_block(text)) return true;
  text.remove_prefix(text.starts_with("</") ? 2 : 1);
  const std::string_view name = html_name(text);
  constexpr std::size_t longest = 10;
  return !name.empty() && name.size() <= longest && ends_name(text.substr(name.size())) &&
         std::ranges::binary_search(block_names, text::ascii_lower(name));
}

bool contains_closing_tag(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find("</"); at != std::string_view::npos;
       at = text.find("</", at + 2)) {
    if (text::ascii_lower(text.substr(at + 2, name.size())) == name) return true;
  }
  return false;
}

}  // namespace galpi::ingest
