// Brackets and quotes of a text that hold what is in them together: 모델(A. B)은 is one sentence.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "galpi/text/utf8.hpp"

namespace galpi::text {

class BracketPairs {
 public:
  BracketPairs(std::string_view text, const std::vector<ByteRange>& protect);

  /// Whether a boundary at `offset` would tear a pair apart whose sentence goes on after it. Calls
  /// must come with growing offsets.
  bool hold_together(std::size_t offset);

 private:
  std::vector<ByteRange> pairs_;  ///< those that hold together, outermost only, sorted
  std::size_t next_ = 0;
};

}  // namespace galpi::text
