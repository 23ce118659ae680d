// Where cmark is called: the outline of a post as its tree of blocks.
#pragma once

#include <string_view>

#include "cmark_arena.hpp"

struct cmark_node;

namespace galpi::ingest {

/// Only extensions about blocks: `table` and `tasklist` leave cmark's global tables of special
/// characters alone, so that threads may parse at the same time. The document lives in `arena`.
cmark_node* parse_outline(std::string_view text, bool footnotes, const CmarkArena& arena);

}  // namespace galpi::ingest
