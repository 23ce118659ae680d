#include "cmark_document.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

namespace galpi::ingest {
namespace {

/// Whether a line of `text` could part the head of a table from its rows. Without bars and colons
/// it would underline a heading.
bool may_have_table(std::string_view text) {
  return text.contains('|') || text.contains(":-") || text.contains("-:");
}

void attach(cmark_parser* parser, const char* name) {
  if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name)) {
    cmark_parser_attach_syntax_extension(parser, extension);
  }
}

}  // namespace

cmark_node* parse_outline(std::string_view text, bool footnotes, const CmarkArena& arena) {
  // cmark's own check for "registered already" is not safe between threads; this one is.
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  static_cast<void>(registered);
  cmark_parser* const parser = cmark_parser_new_with_mem(
      footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT, arena.allocator());
  // cmark asks an extension about every line.
  if (may_have_table(text)) attach(parser, "table");
  if (text.contains('[')) attach(parser, "tasklist");
  cmark_parser_feed(parser, text.data(), text.size());
  return cmark_parser_finish(parser);
}

}  // namespace galpi::ingest
