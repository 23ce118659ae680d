// URLs of escape.hpp: which may be followed, and how they are written.
#include <algorithm>
#include <array>

#include "galpi/markup/escape.hpp"

namespace galpi::markup {
namespace {

using Byte = unsigned char;

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Characters an URL may hold as they are (RFC 3986 §2.2, §2.3), `%`, `#` and brackets set aside.
constexpr std::array<bool, 256> plain = [] {
  std::array<bool, 256> table{};
  for (char c = '0'; c <= '9'; ++c) table[static_cast<Byte>(c)] = true;
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<Byte>(c)] = true;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<Byte>(c)] = true;
  for (const char c : std::string_view("-._~:/?@!$&'()*+,;=")) table[static_cast<Byte>(c)] = true;
  return table;
}();

/// The end of `scheme://host`, where square brackets may stand around an IPv6 address.
std::size_t authority_end(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes == std::string_view::npos || slashes > url.find_first_of("/?#")) return 0;
  const std::size_t end = url.find_first_of("/?#", slashes + 3);
  return end == std::string_view::npos ? url.size() : end;
}

void append_percent(std::string& target, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  target += '%';
  target += digits[static_cast<Byte>(c) >> 4U];
  target += digits[static_cast<Byte>(c) & 0x0FU];
}

}  // namespace

bool is_safe_url(std::string_view url) {
  std::string scheme;
  std::size_t slashes = 0;
  for (const char c : url) {
    // Browsers drop control characters and leading spaces before they look at a scheme.
    if (static_cast<Byte>(c) <= 0x20 || c == '\x7F') continue;
    if (c == ':') return scheme == "http" || scheme == "https" || scheme == "mailto";
    if (c == '/' || c == '\\') {
      if (!scheme.empty()) return true;
      if (++slashes == 2) return false;
      continue;
    }
    if (slashes > 0 || c == '?' || c == '#') return true;
    scheme += ascii_lower(c);
  }
  return true;
}

std::string encode_url(std::string_view url) {
  const auto is_plain = [](char c) { return plain[static_cast<Byte>(c)]; };
  if (std::ranges::all_of(url, is_plain)) return std::string(url);
  const std::size_t authority = authority_end(url);
  std::string encoded;
  encoded.reserve(url.size());
  bool in_fragment = false;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const bool escape_kept =
        c == '%' && i + 2 < url.size() && is_hex(url[i + 1]) && is_hex(url[i + 2]);
    const bool bracket_kept = (c == '[' || c == ']') && i < authority;
    const bool fragment = c == '#' && !in_fragment;
    if (is_plain(c) || escape_kept || bracket_kept || fragment) {
      encoded += c;
      in_fragment = in_fragment || fragment;
    } else {
      append_percent(encoded, c);
    }
  }
  return encoded;
}

}  // namespace galpi::markup
