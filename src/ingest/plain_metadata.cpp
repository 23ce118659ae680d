#include "plain_metadata.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace galpi::ingest {
namespace {

/// More is no usual front matter; the parser's own limits are larger.
constexpr std::size_t most_bytes = 4096;
constexpr std::size_t longest_key = 64;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Characters that mean nothing to YAML within a plain scalar.
bool is_inner(char c) {
  return is_letter_or_digit(c) || c == ' ' || c == '-' || c == '_' || c == '.' || c == '/' ||
         c == '+' || c == '(' || c == ')';
}

/// YAML 1.2's null, in all its spellings that have letters.
bool is_null(std::string_view word) { return word == "null" || word == "Null" || word == "NULL"; }

/// A plain scalar that ends where `text` does; it begins with a letter or a digit.
bool is_words(std::string_view text) {
  return !text.empty() && is_letter_or_digit(text.front()) && std::ranges::all_of(text, is_inner) &&
         !is_null(text);
}

/// `08:15:00`: a colon means nothing when a letter or digit follows.
bool is_words_with_colons(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return is_words(text);
  const std::string_view rest = text.substr(colon + 1);
  return is_words(text.substr(0, colon)) && !text.substr(0, colon).ends_with(' ') &&
         is_words_with_colons(rest);
}

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// A backslash or quote could be an escape; tabs and the rest of the controls are left to YAML.
bool is_literal(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '\x7F' && c != '"' && c != '\\';
  });
}

bool take_list(std::string_view inner, MetadataEntry& entry) {
  entry.is_list = true;
  inner = trim(inner);
  while (!inner.empty()) {
    const std::size_t comma = std::min(inner.find(','), inner.size());
    const std::string_view item = trim(inner.substr(0, comma));
    const bool is_last = comma == inner.size();
    inner.remove_prefix(is_last ? comma : comma + 1);
    if (!is_words(item) || (!is_last && trim(inner).empty())) return false;
    entry.values.emplace_back(item);
  }
  return true;
}

bool take_value(std::string_view value, MetadataEntry& entry) {
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
    const std::string_view text = value.substr(1, value.size() - 2);
    entry.is_quoted = true;
    entry.values.emplace_back(text);
    return is_literal(text);
  }
  if (value.size() >= 2 && value.front() == '[' && value.back() == ']') {
    return take_list(value.substr(1, value.size() - 2), entry);
  }
  entry.values.emplace_back(value);
  return is_words_with_colons(value);
}

}  // namespace

std::optional<std::vector<MetadataEntry>> read_plain_metadata(std::string_view yaml) {
  if (yaml.size() > most_bytes) return std::nullopt;
  std::vector<MetadataEntry> entries;
  for (std::uint32_t number = 0; !yaml.empty(); ++number) {
    const std::string_view line = yaml.substr(0, yaml.find('\n'));
    yaml.remove_prefix(std::min(line.size() + 1, yaml.size()));
    const std::string_view key = metadata_key(line);
    if (!is_words(key) || key.size() > longest_key || !line.substr(key.size()).starts_with(": ")) {
      return std::nullopt;
    }
    MetadataEntry entry{std::string(key), {}, false, false, number};
    if (!take_value(trim(line.substr(key.size() + 1)), entry)) return std::nullopt;
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace galpi::ingest
