// YAML as a tree of our own, made from yaml-cpp's events. yaml-cpp's own tree keeps both of two
// equal keys, follows aliases into bombs and into itself, and counts lines from 0; this one cannot
// hold an alias at all, is at most a few levels deep, and every node knows its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/source_span.hpp"
#include "source_lines.hpp"

namespace galpi::terms {

/// What a plain (unquoted) scalar is to YAML 1.2's core schema, which other programs go by.
enum class ScalarType : unsigned char { text, number, boolean };

struct YamlNode {
  enum class Kind : unsigned char { null, scalar, sequence, map };
  Kind kind = Kind::null;
  ScalarType type = ScalarType::text;
  At at;
  std::string text;                ///< scalar
  std::vector<YamlNode> children;  ///< sequence: items; map: key, value, key, value, …
};

/// What the node is, for messages: `a list`, `a mapping`, `a number`, …
std::string_view kind_name(const YamlNode& node);

/// Reads the one document of `yaml` (no byte order mark). Whatever is wrong is reported as
/// glossary_invalid and gives nothing. Keys are scalars and occur once per map.
std::optional<YamlNode> read_yaml_tree(std::string_view yaml, const SourceLines& lines,
                                       FaultReporter& faults);

}  // namespace galpi::terms
