// TeX formulas → MathML, by one run of pandoc for all formulas of an edition.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/host/process.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::app {

/// Keys as Edition::mathml has them. A formula that pandoc cannot convert, or a pandoc that is not
/// there, is reported once; exporters then show the source.
std::map<std::string, std::string> convert_formulas(const std::vector<model::BilingualDigest>& days,
                                                    host::ProcessRunner& processes,
                                                    DiagnosticSink& diagnostics);

}  // namespace galpi::app
