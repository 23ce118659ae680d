#include "fence_end.hpp"

#include <algorithm>
#include <optional>

namespace galpi::ingest {

bool looks_like_post_heading(std::string_view content, bool after_blank) {
  if (!is_heading_text(content)) return false;
  if (content.contains("](")) return true;
  return after_blank && content.starts_with("##");
}

FenceEnd FenceEndFinder::find(std::uint32_t opening, const LineTracker& tracker) {
  const Fence fence = tracker.fence().value_or(Fence{});
  std::uint32_t& never_closed =
      never_closed_.try_emplace({tracker.containers_key(), fence.character}, 0xFFFFFFFF)
          .first->second;
  std::optional<std::uint32_t> heading;
  bool after_blank = false;
  for (std::uint32_t line = opening + 1; line < lines_.count(); ++line) {
    const auto start = tracker.peek(lines_[line]);
    if (!start) return {line, true};
    const std::string_view content = lines_[line].substr(*start);
    const auto other = read_fence(content, false);
    if (other && other->character == fence.character && other->length >= fence.length) {
      if (read_fence(content, true)) return {line, true};
      // Another block opens after a heading: the fence that closes it is not ours.
      if (heading) return {*heading, false};
    }
    if (!heading && looks_like_post_heading(content, after_blank)) {
      heading = line;
      if (fence.length >= never_closed) break;
    }
    after_blank = content.empty();
  }
  never_closed = std::min(never_closed, fence.length);
  return {heading.value_or(lines_.count()), false};
}

}  // namespace galpi::ingest
