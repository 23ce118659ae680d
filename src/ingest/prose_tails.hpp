// What cmark need not see. It is asked for blocks only, and to which block a line of prose belongs
// shows at the beginning of the line. So cmark reads an outline of the prepared text in which long
// lines have lost their tails, and neither searches nor copies what is most of a post.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galpi::ingest {

/// The end of a line that the outline leaves out: bytes of the prepared text.
struct ProseTail {
  std::uint32_t begin;
  std::uint32_t end;
};

/// Where the tail of a line of prose or of a heading begins that starts at `from` and ends with
/// `text`; the size of `text` when the line has to stay whole. A tail follows a letter, so that
/// what stays cannot be taken for a rule and has no white space at its end to lose.
std::size_t find_prose_tail(std::string_view text, std::size_t from);

/// `text` without `tails`, which are sorted; it has the same lines.
std::string outline_of(std::string_view text, const std::vector<ProseTail>& tails);

}  // namespace galpi::ingest
