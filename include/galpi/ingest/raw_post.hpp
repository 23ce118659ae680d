// A post as it stands in its file: metadata and blocks under headings, no meaning yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "galpi/base/date.hpp"
#include "galpi/model/block.hpp"

namespace galpi::ingest {

struct FrontMatter {
  Date date;  ///< front matter's, else the file name's
  std::optional<std::string> time;
  std::string title;
  std::vector<std::string> tags;
  std::vector<std::string> categories;
  bool published = true;
};

/// A heading (level 1-6; `block` is a paragraph that holds its text) or, at level 0, content.
struct RawBlock {
  std::uint32_t heading_level = 0;
  model::Block block;
};

struct RawPost {
  std::string file;    ///< INPUT as typed plus the path below it, for diagnostics
  std::string source;  ///< relative to the site root
  FrontMatter front_matter;
  std::vector<RawBlock> blocks;
  std::vector<std::string>
      lines;  ///< the file's lines, for excerpts; without line ends, valid UTF-8
};

}  // namespace galpi::ingest
