// What can only be seen when all papers of a post are there.
#pragma once

#include "galpi/model/post.hpp"
#include "outline.hpp"
#include "report.hpp"

namespace galpi::normalize {

/// Reports numbers out of order, papers at unusual levels, papers that come twice, sections that
/// come twice or that most other papers have, and posts without papers.
void check_post(const model::Post& post, const Outline& outline,
                const std::vector<std::uint32_t>& paper_levels, Report& report);

}  // namespace galpi::normalize
