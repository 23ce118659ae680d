// Whether a formula is only a formula. pandoc hands TeX on as it is to formats that a TeX engine
// will run, and there a formula can read files, define words or never end.
#pragma once

#include <string_view>

namespace galpi::exporters::pandoc {

/// False for TeX with a control word that reads, writes, defines or runs, with one that ends the
/// formula, with unbalanced braces or environments, dollar signs, comments, empty lines, or
/// characters written by code (`^^`).
bool is_plain_formula(std::string_view tex);

}  // namespace galpi::exporters::pandoc
