// The keys and values at the head of a post, before anybody asks what they mean: as YAML, or line
// by line when it is no valid YAML.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galpi::ingest {

struct MetadataEntry {
  std::string key;
  std::vector<std::string> values;  ///< one for a scalar, none for null
  bool is_list = false;
  bool is_quoted = false;  ///< a scalar in quotes: text even when it reads `false`
  std::uint32_t line = 0;  ///< 0-based within the metadata
};

struct YamlFault {
  std::uint32_t line = 0;  ///< 0-based within the text given
  std::string message;
};

/// Reads `yaml` as one YAML mapping of scalars and lists of scalars, in order, duplicates included.
/// Nothing, and `fault` filled in, when it is not one or passes the guards (size, nesting).
std::optional<std::vector<MetadataEntry>> read_yaml(std::string_view yaml, YamlFault& fault);

/// Reads what looks like `key: value`, `[a, b]` and `- a` and never fails.
std::vector<MetadataEntry> read_yaml_lines(std::string_view yaml);

/// The key when `line` looks like `key: value` without indentation, else empty.
std::string_view metadata_key(std::string_view line);

/// A key that matters at the start of `content` although YAML would not see it: `title:words`.
std::string_view damaged_key(std::string_view content);

}  // namespace galpi::ingest
