// Liquid tags, `{% name arguments %}` with `{%-` and `-%}` as well, and the two blocks of them that
// decide how a post is read: `{% raw %}`, within which braces are text, and `{% highlight %}`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lines.hpp"

namespace galpi::ingest {

struct LiquidTag {
  std::uint32_t begin = 0;  ///< of `{%`, in the text it was read from
  std::uint32_t end = 0;    ///< after `%}`
  std::string_view name;
  std::string_view arguments;
};

/// The tag that the `{%` at `at` opens, on one line.
std::optional<LiquidTag> read_liquid_tag(std::string_view text, std::uint32_t at);

/// Finds the tags of one name. Any number of searches from growing places takes linear time in all.
class LiquidTagFinder {
 public:
  LiquidTagFinder(std::string_view text, std::string_view name)
      : text_(text), name_(name), word_(text, name) {}

  std::optional<LiquidTag> find(std::uint32_t from);

 private:
  std::string_view text_;
  std::string_view name_;
  ForwardFinder word_;
};

struct RawRegion {
  LiquidTag open;
  LiquidTag close;
};

/// The closed `{% raw %}` blocks of `text` in order. Liquid runs before Markdown: in code as well.
std::vector<RawRegion> find_raw_regions(std::string_view text);

}  // namespace galpi::ingest
