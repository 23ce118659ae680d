// Appends JSON values (RFC 8259) to a string. Only what the grammar asks for is escaped, and text
// is copied in runs: Korean prose goes through at the speed of memcpy.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galpi::model {

inline void append_json_escape(std::string& target, char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (c) {
    case '"':
      target += "\\\"";
      return;
    case '\\':
      target += "\\\\";
      return;
    case '\n':
      target += "\\n";
      return;
    case '\t':
      target += "\\t";
      return;
    case '\r':
      target += "\\r";
      return;
    default:
      target += "\\u00";
      target += hex[static_cast<unsigned char>(c) >> 4U];
      target += hex[static_cast<unsigned char>(c) & 0xFU];
  }
}

/// Requires valid UTF-8.
inline void append_json_string(std::string& target, std::string_view text) {
  target += '"';
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    target.append(text, run, i - run);
    append_json_escape(target, text[i]);
    run = i + 1;
  }
  target.append(text, run);
  target += '"';
}

inline void append_json_optional(std::string& target, const std::optional<std::string>& text) {
  if (text) {
    append_json_string(target, std::string_view(*text));
  } else {
    target += "null";
  }
}

inline void append_json_number(std::string& target, std::uint32_t number) {
  char digits[16];
  const auto result = std::to_chars(digits, digits + sizeof digits, number);
  target.append(digits, result.ptr);
}

inline void append_json_optional(std::string& target, const std::optional<std::uint32_t>& number) {
  if (number) {
    append_json_number(target, *number);
  } else {
    target += "null";
  }
}

/// Calls `append` for each element, commas in between, brackets around.
template <class Range, class Append>
void append_json_array(std::string& target, const Range& range, const Append& append) {
  target += '[';
  bool first = true;
  for (const auto& element : range) {
    if (!first) target += ',';
    first = false;
    append(element);
  }
  target += ']';
}

}  // namespace galpi::model
