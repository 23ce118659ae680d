// Whether a formula can be handed on as it was written.
#pragma once

#include <string_view>

namespace galpi::exporters::math {

/// True when every control word and environment of `tex` (without its dollar signs) is one of
/// words.hpp, braces and environments are balanced, and nothing in it can end the formula or start
/// a comment: dollar signs, `%`, empty lines, characters written by code (`^^`).
bool is_plain_formula(std::string_view tex);

}  // namespace galpi::exporters::math
