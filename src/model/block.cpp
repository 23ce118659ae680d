#include "galpi/model/block.hpp"

#include <algorithm>
#include <string_view>

#include "galpi/text/utf8.hpp"

namespace galpi::model {

At position_in_source(const Block& block, std::uint32_t offset) {
  const auto after =
      std::upper_bound(block.anchors.begin(), block.anchors.end(), offset,
                       [](std::uint32_t o, const TextAnchor& anchor) { return o < anchor.offset; });
  if (after == block.anchors.begin()) return block.at;
  const TextAnchor& anchor = *(after - 1);
  if (anchor.at.line == 0) return block.at;
  const std::size_t end = std::min<std::size_t>(offset, block.text.size());
  const auto between = std::string_view(block.text).substr(anchor.offset, end - anchor.offset);
  At at = anchor.at;
  at.column += static_cast<std::uint32_t>(text::count_code_points(between));
  return at;
}

}  // namespace galpi::model
