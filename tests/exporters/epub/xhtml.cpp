#include "xhtml.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <stdexcept>

namespace galpi::sample {
namespace {

// White space matters in mixed content.
void load(pugi::xml_document& document, const std::string& xhtml) {
  const auto outcome =
      document.load_string(xhtml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!outcome) throw std::runtime_error(outcome.description());
}

bool holds(const std::vector<std::string>& all, std::string_view one) {
  return std::ranges::find(all, one) != all.end();
}

void collect_text(const pugi::xml_node& node, const std::vector<std::string>& names,
                  const std::vector<std::string>& classes, std::string& text) {
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata) {
      text += child.value();
    } else if (!holds(names, child.name()) && !holds(classes, child.attribute("class").value())) {
      collect_text(child, names, classes, text);
    }
  }
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void find_runs(std::string_view text, std::vector<std::string>& runs) {
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end - start >= 2) runs.emplace_back(text.substr(start, end - start));
    start = std::max(end, start + 1);
  }
}

void find_untagged(const pugi::xml_node& node, bool is_english, std::vector<std::string>& found) {
  const std::string_view name = node.name();
  if (const std::string_view language = node.attribute("lang").value(); !language.empty()) {
    is_english = language == "en";
    if (language != node.attribute("xml:lang").value())
      found.push_back("lang differs in " + std::string(name));
  }
  if (name == "code" || name == "math") {
    if (is_english) found.push_back("tagged " + std::string(name));
    return;
  }
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata) {
      if (!is_english) find_runs(child.value(), found);
    } else {
      find_untagged(child, is_english, found);
    }
  }
}

}  // namespace

std::string without_spaces(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') kept += c;
  }
  return kept;
}

std::string text_of(const std::string& xhtml, const std::vector<std::string>& skipped_names,
                    const std::vector<std::string>& skipped_classes) {
  pugi::xml_document document;
  load(document, xhtml);
  std::string text;
  collect_text(document.document_element().child("body"), skipped_names, skipped_classes, text);
  return text;
}

std::vector<std::string> untagged_latin(const std::string& xhtml) {
  pugi::xml_document document;
  load(document, xhtml);
  std::vector<std::string> found;
  find_untagged(document.document_element(), false, found);
  return found;
}

Anchors anchors_of(const std::string& xhtml) {
  pugi::xml_document document;
  load(document, xhtml);
  Anchors anchors;
  for (const auto& found : document.select_nodes("//@id")) {
    const std::string id = found.attribute().value();
    if (!anchors.ids.insert(id).second) anchors.repeated.push_back(id);
  }
  for (const auto& found : document.select_nodes("//@href")) {
    const std::string href = found.attribute().value();
    if (href.starts_with('#')) {
      anchors.inner_links.push_back(href.substr(1));
    } else {
      anchors.links.push_back(href);
    }
  }
  return anchors;
}

}  // namespace galpi::sample
