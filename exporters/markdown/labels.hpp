// The few words a document says itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sentence_pairs.hpp"

namespace galpi::exporters::markdown {

/// What stands before the text of a point: `Goal: `, or nothing.
std::string point_lead(const std::optional<std::string>& label);

std::string_view terms_heading(Mode mode);
std::string_view untitled(Mode mode);

}  // namespace galpi::exporters::markdown
