// A glossary file read for a test, with all that was said about it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/terms/glossary.hpp"

namespace galpi::terms::sample {

struct Outcome {
  bool good = false;
  model::Glossary glossary;
  std::vector<Diagnostic> diagnostics;
  Error error{};
};

inline Outcome parse(std::string_view yaml) {
  DiagnosticList list;
  auto result = parse_glossary(yaml, "glossary.yaml", list);
  Outcome outcome{.good = result.has_value(), .glossary = {}, .diagnostics = list.items()};
  if (result) {
    outcome.glossary = *std::move(result);
  } else {
    outcome.error = result.error();
  }
  return outcome;
}

/// A glossary whose only concept has these further lines.
inline std::string with_lines(std::string_view lines) {
  return "galpi_glossary: 1\nconcepts:\n  - en: attention\n    ko: 주의\n" + std::string(lines);
}

}  // namespace galpi::terms::sample
