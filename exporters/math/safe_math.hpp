// Formulas, read by a grammar of our own and written anew: whatever comes out is mathematics that
// TeX sets without an error, made of the words in words.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galpi::exporters::math {

/// The formula `tex` (without dollar signs) as it may stand between `\(` and `\)`, or nothing when
/// it holds what formulas may not, or is not well-formed. Rows outside any environment are aligned.
std::optional<std::string> safe_math(std::string_view tex);

}  // namespace galpi::exporters::math
