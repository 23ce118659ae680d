// Marks of one block made to nest properly, sorted as the model wants them.
#pragma once

#include <cstdint>
#include <vector>

#include "galpi/model/block.hpp"

namespace galpi::ingest {

/// Cuts marks to [0, size) and drops empty ones.
void clamp_marks(std::vector<model::Mark>& marks, std::uint32_t size);

/// Sorts by start, longer ones first; cuts a mark that crosses the end of one around it; drops a
/// mark within one of its own type, and everything within an image's alternative text.
void nest_marks(std::vector<model::Mark>& marks, std::uint32_t size);

}  // namespace galpi::ingest
