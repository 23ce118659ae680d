// A goal as the front of a card that asks for the system's name: nothing on it may say the name.
#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/model/block.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {

/// The words that a coined name is made of (`LampLight-XL` of `Lamp` and `Light`), without those
/// that many names have.
std::vector<std::string> parts_of_name(std::string_view name);

/// The stretch with the system's name left blank together with what it stands for, and without
/// brackets that hold one of `parts`; or why there is none.
std::expected<std::string, std::string_view> mask_goal(const model::Block& block,
                                                       text::ByteRange range,
                                                       const std::string& system,
                                                       std::span<const std::string> parts);

}  // namespace galpi::exporters::anki
