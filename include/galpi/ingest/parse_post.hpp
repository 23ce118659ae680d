// Bytes of one post → RawPost: encoding, front matter, Markdown (CommonMark 0.29 + GFM), each with
// the repairs that real blogs need. A pure function; every repair is a diagnostic with its place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/ingest/raw_post.hpp"

namespace galpi::ingest {

/// Guards in front of cmark-gfm, which is quadratic on some blocks (its inlines are not used).
/// Beyond a limit text is kept as text and reported; only `post_bytes` refuses a post.
struct Limits {
  std::size_t post_bytes = 16U << 20U;
  std::size_t nesting = 64;           ///< containers inside each other
  std::size_t markers_per_line = 64;  ///< block markers (`- `, `> `, …) at the start of one line
  std::size_t table_cells = 20'000;   ///< columns × rows that cmark would fill up
  std::size_t table_columns = 200;
};

/// Reads a post. `file` and `source` go into the result (see RawPost); the date falls back to the
/// file name in `source`. Fails with invalid_input when the bytes are no UTF-8 text (UTF-16, CP949)
/// or there is no date at all, with limit_exceeded when the post is too large. The error and a
/// diagnostic say where.
Result<RawPost> parse_post(std::string_view bytes, const std::string& file,
                           const std::string& source, DiagnosticSink& diagnostics,
                           const Limits& limits = {});

}  // namespace galpi::ingest
