// Markdown read by plain cmark-gfm, to ask what others will make of what we write.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <memory>
#include <string>
#include <string_view>

namespace galpi::tests {

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, NodeDeleter>;

/// GFM as GitHub reads it: tables, strikethrough with one or two tildes, autolinks, task lists and
/// footnotes.
inline Document parse_markdown(std::string_view markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
      cmark_parser_new(CMARK_OPT_FOOTNOTES), cmark_parser_free);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return Document(cmark_parser_finish(parser.get()));
}

/// cmark's own XML of the tree, for messages.
inline std::string tree_of(cmark_node* node) {
  const std::unique_ptr<char, decltype(&free)> xml(cmark_render_xml(node, CMARK_OPT_DEFAULT), free);
  return xml.get();
}

/// The text of a node that holds nothing but text, soft breaks (as '\n') and empty comments; else
/// the tree, so that a comparison fails and shows why.
inline std::string plain_text_of(cmark_node* parent) {
  std::string text;
  for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
       node = cmark_node_next(node)) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT) {
      text += cmark_node_get_literal(node);
    } else if (type == CMARK_NODE_SOFTBREAK) {
      text += '\n';
    } else if (type != CMARK_NODE_HTML_INLINE ||
               std::string_view(cmark_node_get_literal(node)) != "<!-- -->") {
      return tree_of(parent);
    }
  }
  return text;
}

}  // namespace galpi::tests
