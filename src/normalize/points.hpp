// Goal, motivation, contribution: the labelled points of a digest.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "galpi/model/post.hpp"
#include "report.hpp"

namespace galpi::normalize {

struct PointLabel {
  std::string_view name;  ///< goal, motivation or contribution
  std::uint32_t length;   ///< bytes of the label with what separates it from the text
};

/// The label that the text of `block` has from byte `start` on: `Goal:`, `**목표**:`, `[동기]`,
/// `Contribution -`, `기여(Contribution)：` and their like.
std::optional<PointLabel> point_label_at(const model::Block& block, std::uint32_t start);

/// Turns lists and labelled paragraphs of a section into points where they are: all lists of an
/// introduction; elsewhere lists whose items have at least two different labels. Three points of an
/// introduction without labels are labelled by their order, and that is reported.
void make_points(model::Section& section, Report& report);

}  // namespace galpi::normalize
