// Jekyll's `{% highlight LANGUAGE %} … {% endhighlight %}`, rewritten as fenced code.
#pragma once

#include <cstdint>
#include <string>

#include "line_tracker.hpp"
#include "lines.hpp"
#include "liquid_tag.hpp"
#include "raw_regions.hpp"
#include "rewriter.hpp"

namespace galpi::ingest {

struct HighlightBlock {
  LiquidTag open;
  LiquidTag close;
  std::string prefix;  ///< what a line needs to stay in the containers of the opening tag
  std::string lead;    ///< what must stand between the text before the tag and the fence
};

/// Writes the block to `output`, which has been copied up to the opening tag. `tracker` has read
/// the line of that tag.
void write_highlight(const HighlightBlock& block, const Lines& lines, const LineTracker& tracker,
                     RawRegions& raw, Rewriter& output);

}  // namespace galpi::ingest
