// galpi.yaml: what a blog says about itself, so that commands need no flags. Format: DESIGN's
// "Glossary and project files", documented in docs/configuration.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/host/file_system.hpp"

namespace galpi::app {

struct Configuration {
  std::string input;                    ///< resolved against the folder of the file; may be empty
  std::vector<std::string> glossaries;  ///< likewise
  std::vector<std::string> memories;    ///< likewise
};

/// Parses the text of `file`. Unknown keys are reported with the nearest known one; anything that
/// is not a galpi.yaml fails with invalid_config.
Result<Configuration> parse_configuration(std::string_view yaml, const std::string& file,
                                          DiagnosticSink& diagnostics);

/// The configuration named by --config, else `galpi.yaml` in the working directory if there is one,
/// else an empty one.
Result<Configuration> load_configuration(const host::FileReader& files,
                                         const std::optional<std::string>& named,
                                         DiagnosticSink& diagnostics);

}  // namespace galpi::app
