#include "metadata.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace galpi::ingest {
namespace {

/// Front matter is a few hundred bytes; yaml-cpp slows down and recurses on hostile ones.
constexpr std::size_t yaml_bytes = 64U << 10U;
constexpr std::size_t yaml_nesting = 64;

constexpr const char* open_quote = "a quote is never closed";

std::size_t deepest_flow_nesting(std::string_view yaml) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (char c : yaml) {
    if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if ((c == ']' || c == '}') && depth > 0) --depth;
  }
  return deepest;
}

/// Lists within lists, as Jekyll flattens them; no deeper, so that alias loops are never walked.
void take_list(const YAML::Node& list, std::size_t depth, std::vector<std::string>& values) {
  constexpr std::size_t deepest = 3;
  constexpr std::size_t most_values = 1000;  // an alias may repeat a list many times
  for (const YAML::Node& element : list) {
    if (values.size() >= most_values) return;
    if (element.IsScalar()) values.push_back(element.Scalar());
    if (element.IsSequence() && depth < deepest && !element.is(list))
      take_list(element, depth + 1, values);
  }
}

/// Only scalars and lists are looked at.
void take_values(const YAML::Node& node, MetadataEntry& entry) {
  if (node.IsScalar()) entry.values.push_back(node.Scalar());
  entry.is_quoted =
      node.IsScalar() && node.Tag() == "!";  // YAML's non-specific tag (section 6.9.1)
  if (!node.IsSequence()) return;
  entry.is_list = true;
  take_list(node, 1, entry.values);
}

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

/// yaml-cpp 0.7 takes an open quote for closed at the end, with the keys that follow in the value.
std::optional<std::uint32_t> line_of_lost_key(std::string_view yaml,
                                              const std::vector<MetadataEntry>& entries) {
  std::size_t next = 0;
  for (std::uint32_t number = 0; !yaml.empty(); ++number) {
    const std::size_t end = std::min(yaml.find('\n'), yaml.size());
    const bool is_key = !metadata_key(yaml.substr(0, end)).empty();
    yaml.remove_prefix(std::min(end + 1, yaml.size()));
    while (next < entries.size() && entries[next].line < number) ++next;
    if (is_key && (next == entries.size() || entries[next].line != number)) return number;
  }
  return std::nullopt;
}

/// The first value that opens a quote and does not close it before the next key: what confuses a
/// YAML parser some lines later.
std::optional<std::uint32_t> line_of_open_quote(std::string_view yaml) {
  std::optional<std::uint32_t> open;
  for (std::uint32_t number = 0; !yaml.empty(); ++number) {
    const std::size_t end = std::min(yaml.find('\n'), yaml.size());
    const std::string_view line = yaml.substr(0, end);
    yaml.remove_prefix(std::min(end + 1, yaml.size()));
    const bool is_key = !metadata_key(line).empty();
    if (open && is_key) return open;
    const std::string_view value = is_key ? trim(line.substr(line.find(':') + 1)) : line;
    if (is_key) {
      const bool is_quoted = value.starts_with('"') || value.starts_with('\'');
      if (is_quoted && value.find(value[0], 1) == std::string_view::npos) open = number;
    } else if (line.find_first_of("\"'") != std::string_view::npos) {
      open.reset();
    }
  }
  return open;
}

std::string unquote(std::string_view value) {
  value = trim(value);
  for (const char quote : {'"', '\''}) {
    if (!value.starts_with(quote)) continue;
    if (value.size() > 1 && value.ends_with(quote))
      return std::string(value.substr(1, value.size() - 2));
    if (value.find(quote, 1) == std::string_view::npos) return std::string(value.substr(1));
  }
  const bool stray_end = value.ends_with('"') && value.find('"') == value.size() - 1;
  return std::string(stray_end ? value.substr(0, value.size() - 1) : value);
}

/// `>-`, `|2`: the text is in the lines below (YAML 1.2, section 8.1).
bool is_block_scalar(std::string_view value) {
  const bool has_mark = value.starts_with('>') || value.starts_with('|');
  return has_mark && value.size() <= 3 && value.find_first_not_of("+-123456789", 1) == value.npos;
}

/// Splits `a, "b, c", d` at the commas outside quotes.
void take_flow_list(std::string_view inner, std::vector<std::string>& values) {
  char quote = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= inner.size(); ++i) {
    const char c = i < inner.size() ? inner[i] : ',';
    const bool opens = (c == '"' || c == '\'') && trim(inner.substr(start, i - start)).empty();
    if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote == 0 && opens) {
      quote = c;
    } else if (i == inner.size() || (quote == 0 && c == ',')) {
      std::string value = unquote(inner.substr(start, i - start));
      if (!value.empty()) values.push_back(std::move(value));
      start = i + 1;
    }
  }
}

}  // namespace

std::optional<std::vector<MetadataEntry>> read_yaml(std::string_view yaml, YamlFault& fault) {
  if (yaml.size() > yaml_bytes || deepest_flow_nesting(yaml) > yaml_nesting) {
    fault = {0, "too large or too deeply nested"};
    return std::nullopt;
  }
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    std::vector<MetadataEntry> entries;
    if (root.IsNull()) return entries;
    if (!root.IsMap()) {
      fault = {0, "not a list of `key: value`"};
      return std::nullopt;
    }
    for (const auto& pair : root) {
      if (!pair.first.IsScalar()) continue;
      MetadataEntry entry;
      entry.key = pair.first.Scalar();
      entry.line = static_cast<std::uint32_t>(std::max(pair.first.Mark().line, 0));
      take_values(pair.second, entry);
      entries.push_back(std::move(entry));
    }
    const auto lost = line_of_lost_key(yaml, entries);
    if (!lost) return entries;
    fault = {line_of_open_quote(yaml).value_or(*lost), open_quote};
    return std::nullopt;
  } catch (const YAML::Exception& exception) {
    if (const auto line = line_of_open_quote(yaml)) {
      fault = {*line, open_quote};
      return std::nullopt;
    }
    fault = {static_cast<std::uint32_t>(std::max(exception.mark.line, 0)), exception.msg};
    return std::nullopt;
  }
}

std::string_view metadata_key(std::string_view line) {
  std::size_t length = 0;
  const auto is_key = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  };
  while (length < line.size() && is_key(line[length])) ++length;
  std::size_t colon = length;
  while (colon < line.size() && line[colon] == ' ') ++colon;
  if (length == 0 || colon >= line.size() || line[colon] != ':') return {};
  const bool value_follows = colon + 1 == line.size() || line[colon + 1] == ' ' ||
                             line[colon + 1] == '\t' || line[colon + 1] == '"';
  return value_follows && line[0] != '-' ? line.substr(0, length) : std::string_view{};
}

std::string_view damaged_key(std::string_view content) {
  for (const std::string_view key : {"title", "date", "tags", "categories", "published"}) {
    if (content.starts_with(key) && content.substr(key.size()).starts_with(':')) return key;
  }
  return {};
}

std::vector<MetadataEntry> read_yaml_lines(std::string_view yaml) {
  std::vector<MetadataEntry> entries;
  std::uint32_t number = 0;
  for (; !yaml.empty(); ++number) {
    const std::size_t end = std::min(yaml.find('\n'), yaml.size());
    const std::string_view line = yaml.substr(0, end);
    yaml.remove_prefix(std::min(end + 1, yaml.size()));
    const std::string_view content = trim(line);
    const std::string_view key =
        metadata_key(line).empty() ? damaged_key(content) : metadata_key(line);
    if (!key.empty()) {
      const std::string_view value = trim(line.substr(line.find(':') + 1));
      MetadataEntry entry{std::string(key), {}, false, false, number};
      entry.is_quoted = value.starts_with('"') || value.starts_with('\'');
      if (value.starts_with('[') && value.ends_with(']')) {
        entry.is_list = true;
        take_flow_list(value.substr(1, value.size() - 2), entry.values);
      } else if (!value.empty() && !is_block_scalar(value)) {
        entry.values.push_back(unquote(value));
      }
      entries.push_back(std::move(entry));
    } else if (content.empty() || content.starts_with('#') || entries.empty()) {
      continue;
    } else if (content.starts_with("- ")) {
      entries.back().is_list = true;
      entries.back().values.push_back(unquote(content.substr(2)));
    } else if (!entries.back().values.empty()) {  // a value that goes on in the next line
      entries.back().values.back() += ' ';
      entries.back().values.back() += unquote(content);
    } else {
      entries.back().values.push_back(unquote(content));
    }
  }
  return entries;
}

}  // namespace galpi::ingest
