#include "naming/links.hpp"

#include <algorithm>
#include <array>

#include "galpi/markup/escape.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::exporters {
namespace {

constexpr bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// host [":" port] of RFC 3986 §3.2, registered names and IPv4 only: no user name, no brackets.
bool is_host(std::string_view authority) {
  const std::size_t colon = authority.find(':');
  const std::string_view host = authority.substr(0, colon);
  const std::string_view port =
      colon == std::string_view::npos ? std::string_view() : authority.substr(colon + 1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_host_character = [](char c) {
    return is_letter_or_digit(c) || c == '.' || c == '-' || c == '_';
  };
  return !host.empty() && is_letter_or_digit(host.front()) && port.size() <= 5 &&
         std::ranges::all_of(host, is_host_character) && std::ranges::all_of(port, is_digit);
}

/// pchar, "/" and "?" of RFC 3986 §3.3 to §3.5, `%XX` set aside.
constexpr std::array<bool, 256> rest_characters = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x80; ++c) table[c] = is_letter_or_digit(static_cast<char>(c));
  for (const char c : std::string_view("-._~!$&'()*+,;=:@/?")) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

// path, query and fragment: pchar / "/" / "?" and one "#" at most.
bool is_rest(std::string_view rest) {
  bool in_fragment = false;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    if (c == '%') {
      if (i + 2 >= rest.size() || !is_hexadecimal(rest[i + 1]) || !is_hexadecimal(rest[i + 2])) {
        return false;
      }
    } else if (c == '#') {
      if (in_fragment) return false;
      in_fragment = true;
    } else if (!rest_characters[static_cast<unsigned char>(c)]) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<std::string> outside_href(std::string_view url) {
  if (!markup::is_safe_url(url)) return std::nullopt;
  std::string encoded = markup::encode_url(url);
  const std::size_t colon = encoded.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const std::string scheme = text::ascii_lower(std::string_view(encoded).substr(0, colon));
  const std::string_view after = std::string_view(encoded).substr(colon + 1);
  if (scheme == "mailto") {
    if (after.empty() || !is_rest(after)) return std::nullopt;
    return encoded;
  }
  if ((scheme != "http" && scheme != "https") || !after.starts_with("//")) return std::nullopt;
  const std::string_view address = after.substr(2);
  const std::size_t end = std::min(address.find_first_of("/?#"), address.size());
  if (!is_host(address.substr(0, end)) || !is_rest(address.substr(end))) return std::nullopt;
  return encoded;
}

}  // namespace galpi::exporters
