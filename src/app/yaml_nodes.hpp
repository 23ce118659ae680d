// What the readers of galpi.yaml need of yaml-cpp.
#pragma once

#include <yaml-cpp/yaml.h>

#include <string>
#include <utility>
#include <vector>

#include "galpi/base/error.hpp"
#include "galpi/base/result.hpp"
#include "galpi/base/source_span.hpp"

namespace galpi::app {

/// yaml-cpp counts from 0.
inline At at_mark(const YAML::Mark& mark) {
  return {static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
}

inline std::unexpected<Error> invalid_configuration(const std::string& file, At at,
                                                    std::string message) {
  return fail(ErrorCode::invalid_config, std::move(message), SourceSpan{file, at, 0});
}

/// One word or number; anything else is an error that names `key`.
Result<std::string> scalar_of(const YAML::Node& node, const std::string& file,
                              const std::string& key);

/// A string or a list of strings, each with its place.
Result<std::vector<std::pair<std::string, At>>> words_of(const YAML::Node& node,
                                                         const std::string& file,
                                                         const std::string& key);

}  // namespace galpi::app
