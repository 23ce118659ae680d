// Where a code fence ends - and where it must be made to end because its author forgot.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "line_tracker.hpp"
#include "lines.hpp"

namespace galpi::ingest {

struct FenceEnd {
  std::uint32_t line = 0;  ///< the closing line, or the one before which the fence is closed
  bool closed = false;     ///< by its author, or by the end of its container
};

class FenceEndFinder {
 public:
  explicit FenceEndFinder(const Lines& lines) : lines_(lines) {}

  /// The end of the fence that `tracker` has just read in line `opening`.
  FenceEnd find(std::uint32_t opening, const LineTracker& tracker);

 private:
  const Lines& lines_;
  /// By containers and fence character: fences of at least this length are not closed any more.
  std::map<std::pair<std::uint64_t, char>, std::uint32_t> never_closed_;
};

/// Whether a line of a fence looks like a heading of a post rather than a comment of a program:
/// it holds a link, or it is of level 2 or deeper after an empty line.
bool looks_like_post_heading(std::string_view content, bool after_blank);

}  // namespace galpi::ingest
