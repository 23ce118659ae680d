#include "mathml.hpp"

#include <algorithm>
#include <array>
#include <pugixml.hpp>

namespace galpi::exporters::epub {
namespace {

// Sorted: looked up by binary search.
constexpr std::array<std::string_view, 31> allowed_elements{
    "math",          "menclose", "merror",   "mfenced", "mfrac",   "mi",       "mlabeledtr",
    "mmultiscripts", "mn",       "mo",       "mover",   "mpadded", "mphantom", "mprescripts",
    "mroot",         "mrow",     "ms",       "mspace",  "msqrt",   "mstyle",   "msub",
    "msubsup",       "msup",     "mtable",   "mtd",     "mtext",   "mtr",      "munder",
    "munderover",    "none",     "semantics"};

constexpr std::array<std::string_view, 44> allowed_attributes{"accent",
                                                              "accentunder",
                                                              "align",
                                                              "bevelled",
                                                              "close",
                                                              "columnalign",
                                                              "columnlines",
                                                              "columnspacing",
                                                              "columnspan",
                                                              "denomalign",
                                                              "depth",
                                                              "dir",
                                                              "displaystyle",
                                                              "fence",
                                                              "form",
                                                              "frame",
                                                              "height",
                                                              "largeop",
                                                              "linethickness",
                                                              "lquote",
                                                              "lspace",
                                                              "mathvariant",
                                                              "maxsize",
                                                              "minsize",
                                                              "movablelimits",
                                                              "notation",
                                                              "numalign",
                                                              "open",
                                                              "rowalign",
                                                              "rowlines",
                                                              "rowspacing",
                                                              "rowspan",
                                                              "rquote",
                                                              "rspace",
                                                              "scriptlevel",
                                                              "separator",
                                                              "separators",
                                                              "side",
                                                              "stretchy",
                                                              "subscriptshift",
                                                              "superscriptshift",
                                                              "symmetric",
                                                              "voffset",
                                                              "width"};

static_assert(std::ranges::is_sorted(allowed_elements) &&
              std::ranges::is_sorted(allowed_attributes));

// Formulas nest a few levels; hostile ones may nest as deep as memory allows.
constexpr int depth_limit = 64;

std::string_view local_name(const char* qualified) {
  const std::string_view name = qualified;
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

bool is_annotation(std::string_view name) { return name.starts_with("annotation"); }

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool is_acceptable(const pugi::xml_node& element, int depth) {
  if (depth > depth_limit) return false;
  for (const pugi::xml_node& child : element.children()) {
    if (is_text(child)) continue;
    if (child.type() != pugi::node_element) return false;
    const std::string_view name = local_name(child.name());
    if (is_annotation(name)) continue;
    if (name == "math" || !std::ranges::binary_search(allowed_elements, name)) return false;
    if (!is_acceptable(child, depth + 1)) return false;
  }
  return true;
}

void write_children(markup::XmlWriter& xml, const pugi::xml_node& element);

void write_element(markup::XmlWriter& xml, const pugi::xml_node& element) {
  const std::string_view name = local_name(element.name());
  if (is_annotation(name)) return;
  if (name == "semantics") return write_children(xml, element);
  const auto scope = xml.element(name);
  for (const pugi::xml_attribute& attribute : element.attributes()) {
    const std::string_view attribute_name = attribute.name();
    if (std::ranges::binary_search(allowed_attributes, attribute_name)) {
      xml.attribute(attribute_name, attribute.value());
    }
  }
  write_children(xml, element);
}

void write_children(markup::XmlWriter& xml, const pugi::xml_node& element) {
  for (const pugi::xml_node& child : element.children()) {
    if (is_text(child)) {
      xml.text(child.value());
    } else {
      write_element(xml, child);
    }
  }
}

}  // namespace

bool write_mathml(markup::XmlWriter& xml, std::string_view mathml, std::string_view tex,
                  bool is_displayed) {
  pugi::xml_document document;
  if (!document.load_buffer(mathml.data(), mathml.size(), pugi::parse_default,
                            pugi::encoding_utf8)) {
    return false;
  }
  const pugi::xml_node root = document.document_element();
  if (local_name(root.name()) != "math" || !is_acceptable(root, 0)) return false;
  const auto scope = xml.element("math");
  xml.attribute("xmlns", "http://www.w3.org/1998/Math/MathML");
  if (is_displayed) xml.attribute("display", "block");
  xml.attribute("alttext", tex);
  write_children(xml, root);
  return true;
}

void write_tex(markup::XmlWriter& xml, std::string_view tex) {
  const auto scope = xml.element("code");
  xml.attribute("class", "math").attribute("translate", "no");
  xml.text(tex);
}

}  // namespace galpi::exporters::epub
