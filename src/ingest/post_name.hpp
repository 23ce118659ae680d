// Jekyll's names of posts: YYYY-MM-DD-slug.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "galpi/base/date.hpp"

namespace galpi::ingest {

struct PostName {
  Date date;
  std::string slug;  ///< without the extension
};

/// Whether a file name has a Markdown extension (.md, .markdown, .mkd, .mkdn, .mkdown).
bool is_markdown_name(std::string_view name);

/// The date and slug of the last component of `path`, or nothing when it is no post name.
std::optional<PostName> parse_post_name(std::string_view path);

/// A title for a post that has none, as Jekyll makes it: `daily-papers` is `Daily Papers`.
std::string title_from_path(std::string_view path);

}  // namespace galpi::ingest
