// `books:` of galpi.yaml.
#pragma once

#include <string>
#include <vector>

#include "galpi/app/configuration.hpp"
#include "yaml_nodes.hpp"

namespace galpi::app {

/// Reads the list of books. `folder` is that of galpi.yaml, with its '/'. Unknown keys are
/// reported; a book that cannot be meant is an error with its place.
Result<std::vector<BookDeclaration>> read_books(const YAML::Node& node, const std::string& file,
                                                const std::string& folder,
                                                DiagnosticSink& diagnostics);

}  // namespace galpi::app
