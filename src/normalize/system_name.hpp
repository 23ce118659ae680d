// The name a paper gives to its own method, model, data set or benchmark.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "galpi/model/post.hpp"

namespace galpi::normalize {

/// The name before the colon of a title (`LANTERN: …`), or one that the text introduces (`LANTERN을
/// 제안한다`). Nothing when unsure: a wrong name is worse than none.
std::optional<std::string> system_name_of(const model::Paper& paper);

}  // namespace galpi::normalize
