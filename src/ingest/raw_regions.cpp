#include "raw_regions.hpp"

#include <algorithm>

namespace galpi::ingest {

const RawRegion* RawRegions::at(std::uint32_t at) const {
  const auto region =
      std::ranges::upper_bound(regions_, at, {}, [](const RawRegion& r) { return r.close.end; });
  return region != regions_.end() && region->open.begin <= at ? &*region : nullptr;
}

void RawRegions::copy(Rewriter& output, std::uint32_t end, bool is_code) {
  for (; next_tag_ < 2 * regions_.size() && tag(next_tag_).begin < end; ++next_tag_) {
    leave_out(output, tag(next_tag_), is_code);
  }
  output.copy_to(end);
}

void RawRegions::leave_out(Rewriter& output, const LiquidTag& tag, bool is_code) const {
  const std::string_view before = text_.substr(0, tag.begin);
  const auto line = static_cast<std::uint32_t>(before.rfind('\n') + 1);
  const std::size_t line_end = std::min(text_.find('\n', tag.end), text_.size() - 1);
  const bool is_alone = is_blank(before.substr(line)) && text_[line_end] == '\n' &&
                        is_blank(text_.substr(tag.end, line_end - tag.end));
  if (is_code && is_alone) {
    output.copy_to(line);
    output.skip_to(static_cast<std::uint32_t>(line_end + 1));
  } else {
    output.copy_to(tag.begin);
    output.skip_to(tag.end);
  }
}

}  // namespace galpi::ingest
