#include "names.hpp"

#include <algorithm>

namespace galpi::exporters::anki {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || is_digit(c); }

/// Small letters, hyphens as spaces.
std::string as_words(std::string_view text) {
  std::string words = text::ascii_lower(text);
  std::ranges::replace(words, '-', ' ');
  return words;
}

bool contains_word(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    std::size_t end = at + name.size();
    if (end < text.size() && text[end] == 's') ++end;
    const bool starts = at == 0 || !is_word(text[at - 1]);
    const bool ends = end == text.size() || !is_word(text[end]);
    if (starts && ends) return true;
  }
  return false;
}

}  // namespace

bool has_hangul(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text::is_hangul(text::next_code_point(text, i))) return true;
  }
  return false;
}

bool is_name_of_data(std::string_view name) {
  const std::string small = text::ascii_lower(name);
  return small.ends_with("bench") || small.ends_with("qa") || small.ends_with("dataset");
}

std::string squeezed(std::string_view text) {
  std::string result = text::ascii_lower(text);
  std::erase_if(result, [](char c) { return c == ' ' || c == '-'; });
  return result;
}

bool contains_name(std::string_view text, std::string_view name) {
  if (name.empty()) return false;
  if (has_hangul(name)) return squeezed(text).contains(squeezed(name));
  return contains_word(as_words(text), as_words(name));
}

std::vector<text::ByteRange> find_name(std::string_view text, std::string_view name) {
  std::vector<text::ByteRange> found;
  if (name.empty()) return found;
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at)) {
    std::size_t end = at + name.size();
    const bool starts = at == 0 || !is_word(text[at - 1]);
    // `LAMP-7B` and `LAMP++` are LAMP's; `LAMPOON` is not.
    const bool ends = end == text.size() || !is_letter(text[end]) || !is_letter(name.back());
    if (!starts || !ends) {
      at = end;
      continue;
    }
    while (end < text.size() && (is_word(text[end]) || text[end] == '+' || text[end] == '-')) ++end;
    while (end > at + name.size() && text[end - 1] == '-') --end;
    found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return found;
}

std::vector<text::ByteRange> find_name_in_any_case(std::string_view text, std::string_view name) {
  return find_name(text::ascii_lower(text), text::ascii_lower(name));
}

text::ByteRange with_gloss(std::string_view text, text::ByteRange range) {
  std::size_t open = range.end;
  if (open < text.size() && text[open] == ' ') ++open;
  if (open < text.size() && text[open] == '(') {
    const std::size_t close = text.find(')', open);
    if (close != std::string_view::npos) range.end = static_cast<std::uint32_t>(close + 1);
    return range;
  }
  if (range.start == 0 || text[range.start - 1] != '(') return range;
  const std::size_t close = text.find(')', range.end);
  if (close == std::string_view::npos) return range;
  std::size_t start = range.start - 1;
  const auto belongs = [](char c) { return is_word(c) || std::string_view(" -+.:&").contains(c); };
  while (start > 0 && belongs(text[start - 1])) --start;
  while (start < range.start - 1 && !is_word(text[start])) ++start;
  if (start == range.start - 1) return range;
  return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(close + 1)};
}

}  // namespace galpi::exporters::anki
