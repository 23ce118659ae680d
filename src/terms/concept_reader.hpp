// One entry of a glossary's `concepts` list → model::Concept.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "galpi/model/concept.hpp"
#include "source_lines.hpp"
#include "yaml_tree.hpp"

namespace galpi::terms {

/// Reads one concept; `id` stays empty when the entry gives none. Reports every fault of the entry
/// and gives nothing when one of them is an error. `domain` is what the file says for all.
std::optional<model::Concept> read_concept(const YamlNode& entry, std::string_view domain,
                                           FaultReporter& faults);

/// The value of `key` in a map, or nullptr.
const YamlNode* find_value(const YamlNode& map, std::string_view key);

/// A text value as a clean name; nothing (and a report) when it is no text. `what` names it.
std::optional<std::string> read_text(const YamlNode& value, std::string_view what,
                                     FaultReporter& faults);

/// Warns of every key of `map` that is not in `known`.
void report_unknown_keys(const YamlNode& map, std::span<const std::string_view> known,
                         FaultReporter& faults);

}  // namespace galpi::terms
