// Which TeX is only a formula. MathJax also knows commands that load code, make links and change
// the page; what is not in our list of words is shown as source.
#pragma once

#include <string_view>

namespace galpi::exporters::anki {

/// Balanced braces, known control words, no delimiter of MathJax's own.
bool is_plain_formula(std::string_view tex);

}  // namespace galpi::exporters::anki
