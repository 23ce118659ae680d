// Events of a body → the blocks of a RawPost.
#pragma once

#include <vector>

#include "block_events.hpp"
#include "galpi/ingest/parse_post.hpp"
#include "galpi/ingest/raw_post.hpp"
#include "reporter.hpp"

namespace galpi::ingest {

/// `body_end` is where the prepared text's own last paragraph begins, which is none of the post's.
std::vector<RawBlock> build_blocks(std::vector<BlockEvent> events, std::uint32_t body_end,
                                   const Limits& limits, Reporter& reporter);

}  // namespace galpi::ingest
