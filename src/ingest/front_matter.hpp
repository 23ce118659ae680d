// The head of a post: from the first `---` to the next, read as Jekyll reads it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "galpi/base/result.hpp"
#include "galpi/ingest/raw_post.hpp"
#include "reporter.hpp"

namespace galpi::ingest {

/// Where the front matter stands in the clean text.
struct FrontMatterRange {
  bool found = false;
  bool closed = true;
  std::uint32_t begin = 0;  ///< the first byte after the opening line
  std::uint32_t end = 0;    ///< exclusive; at the closing line
  std::uint32_t body = 0;   ///< the first byte of the body
};

FrontMatterRange find_front_matter(std::string_view text);

/// Reads metadata in `range`; `source` is the post's path, whose name has the date and title that
/// front matter lacks. Fails (and reports date_unknown) when there is no date at all.
Result<FrontMatter> read_front_matter(std::string_view text, const FrontMatterRange& range,
                                      const std::string& source, Reporter& reporter);

}  // namespace galpi::ingest
