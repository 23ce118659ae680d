// Parsing for tests: a body under usual front matter, and blocks as one readable line each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/ingest/parse_post.hpp"
#include "ingest/post_faults.hpp"

namespace galpi::tests {

struct Parsed {
  std::string bytes;
  ingest::RawPost post;
  std::vector<Diagnostic> diagnostics;

  /// Names of the diagnostics in order: `heading-joined comment-removed`.
  std::string codes() const;
};

/// Front matter of four lines; a body under it begins in line 5.
extern const std::string usual_front_matter;

Parsed parse_body(std::string_view body, const ingest::Limits& limits = {});
Parsed parse_bytes(std::string_view bytes, const ingest::Limits& limits = {});

/// All blocks as text, one per line: `# title <link https://…|title>`. Marks are written as
/// `<type|marked text>` after the text, children are indented.
std::string show(const ingest::RawPost& post);

/// show() of a body.
std::string shown(std::string_view body);

/// All text of a post, in order.
std::string text_of(const ingest::RawPost& post);

}  // namespace galpi::tests
