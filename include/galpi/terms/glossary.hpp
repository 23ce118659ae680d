// Glossary files: YAML in, model::Glossary out, every fault with file:line:column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/model/concept.hpp"

namespace galpi::terms {

/// Reads one glossary file (format: docs/glossary-format.md). Faults are reported; an error among
/// them, or text that is not YAML, fails with invalid_glossary. Guards: size, depth, aliases,
/// duplicate keys, UTF-8.
Result<model::Glossary> parse_glossary(std::string_view yaml, const std::string& file,
                                       DiagnosticSink& diagnostics);

/// `base` with `overlay` laid over it: a concept of the overlay replaces the one with the same id
/// or the same English name; others are added at the end.
model::Glossary merge_glossaries(model::Glossary base, model::Glossary overlay);

/// The glossary compiled into the program (glossaries/*.yaml); costs no YAML parsing.
model::Glossary default_glossary();

}  // namespace galpi::terms
