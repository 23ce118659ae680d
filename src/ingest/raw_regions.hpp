// Liquid's `{% raw %}` blocks in a body that is rewritten: their tags are left out wherever they
// stand, in code as well, as Liquid runs before Markdown does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "liquid_tag.hpp"
#include "rewriter.hpp"

namespace galpi::ingest {

class RawRegions {
 public:
  explicit RawRegions(std::string_view text) : text_(text), regions_(find_raw_regions(text)) {}

  /// The block that has byte `at` in it, its tags included.
  const RawRegion* at(std::uint32_t at) const;
  const std::vector<RawRegion>& all() const { return regions_; }

  /// Copies to `output` up to `end`, without the tags. In code, a line of nothing but a tag goes.
  void copy_to(Rewriter& output, std::uint32_t end) { copy(output, end, false); }
  void copy_code_to(Rewriter& output, std::uint32_t end) { copy(output, end, true); }

 private:
  void copy(Rewriter& output, std::uint32_t end, bool is_code);
  void leave_out(Rewriter& output, const LiquidTag& tag, bool is_code) const;
  const LiquidTag& tag(std::size_t number) const {
    const RawRegion& region = regions_[number / 2];
    return number % 2 == 0 ? region.open : region.close;
  }

  std::string_view text_;
  std::vector<RawRegion> regions_;
  std::size_t next_tag_ = 0;  ///< of all tags in order, the first that is not left out yet
};

}  // namespace galpi::ingest
