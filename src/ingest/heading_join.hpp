// Headings whose link is broken over several lines, as wrapped PDFs and editors leave them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lines.hpp"

namespace galpi::ingest {

struct HeadingJoin {
  std::uint32_t last = 0;  ///< the line that ends the heading
  bool with_space = true;  ///< a break within a link's destination is joined without
};

/// Whether the heading `content` in line `number` goes on in later lines, and where it ends.
std::optional<HeadingJoin> find_heading_join(std::string_view content, std::uint32_t number,
                                             const Lines& lines);

}  // namespace galpi::ingest
