// First repair of a body: what would hide text from every later step. Comments and active HTML are
// taken out, code fences that are never closed are closed where the prose goes on.
#pragma once

#include <string>
#include <string_view>

#include "galpi/ingest/parse_post.hpp"
#include "galpi/text/normalization.hpp"
#include "reporter.hpp"

namespace galpi::ingest {

/// Whether there is anything in `body` that repair_blocks() looks for.
bool may_need_repair(std::string_view body);

struct Rewritten {
  std::string text;
  text::OffsetMap map;  ///< back to the text it was made from
};

/// `offset` is where `body` begins in the clean text, for reports. Guards (mask.hpp) may stand in
/// the result.
Rewritten repair_blocks(std::string_view body, std::uint32_t offset, const Limits& limits,
                        Reporter& reporter);

}  // namespace galpi::ingest
