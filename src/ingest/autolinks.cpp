#include "autolinks.hpp"

#include <algorithm>
#include <utility>

#include "galpi/text/utf8.hpp"
#include "source_text.hpp"

namespace galpi::ingest {
namespace {

constexpr std::size_t longest_url = 2048;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Quotation marks and brackets of Korean text, which end an address as a space would.
bool ends_address(char32_t c) {
  return c <= 0x20 || c == '<' || c == '>' || c == '"' || c == '`' || c == '|' || c == '\\' ||
         text::is_hangul(c) || text::is_space(c) || (c >= 0x2018 && c <= 0x201F) || c == 0x2026 ||
         (c >= 0x3001 && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF1F);
}

/// GFM's "extended autolink path validation": punctuation at the end is not part of the link, nor
/// are closing parentheses that nothing in it opens.
std::uint32_t trim_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const std::string_view url = text.substr(begin, end - begin);
  auto open = std::ranges::count(url, '(');
  auto close = std::ranges::count(url, ')');
  for (; end > begin; --end) {
    const char c = text[end - 1];
    if (c == ')' && close > open) {
      --close;
    } else if (c == '(') {
      --open;
    } else if (!std::string_view("?!.,:;*_~'$").contains(c)) {
      break;
    }
  }
  return end;
}

std::uint32_t url_end(std::string_view text, std::uint32_t begin, std::uint32_t at,
                      bool in_brackets) {
  std::size_t end = at;
  const std::size_t limit = std::min(text.size(), begin + longest_url);
  while (end < limit) {
    std::size_t next = end;
    const char32_t c = text::next_code_point(text, next);
    if (ends_address(c) || (in_brackets && c == ']')) break;
    if (c == '{' && next < text.size() && (text[next] == ':' || text[next] == '%')) break;
    end = next;
  }
  return trim_end(text, begin, static_cast<std::uint32_t>(std::min(end, limit)));
}

std::optional<BareLink> with_scheme(std::string_view text, std::uint32_t colon, std::uint32_t begin,
                                    bool in_brackets) {
  if (!text.substr(colon).starts_with("://")) return std::nullopt;
  for (const std::string_view scheme : {"https", "http", "ftp"}) {
    if (colon < begin + scheme.size()) continue;
    const auto start = colon - static_cast<std::uint32_t>(scheme.size());
    if (text::ascii_lower(text.substr(start, scheme.size())) != scheme) continue;
    if (start > 0 && is_alphanumeric(text[start - 1])) continue;
    const std::uint32_t host = colon + 3;
    if (host >= text.size() || !(is_alphanumeric(text[host]) || text[host] == '['))
      return std::nullopt;
    const std::uint32_t end = url_end(text, start, host, in_brackets);
    if (end <= host) return std::nullopt;
    return BareLink{start, end, ""};
  }
  return std::nullopt;
}

std::optional<BareLink> with_www(std::string_view text, std::uint32_t at, bool in_brackets) {
  const std::string_view before = at == 0 ? " " : text.substr(at - 1, 1);
  const bool may_start =
      before.find_first_of(" \t\n*_~([\"'") == 0 || static_cast<unsigned char>(before[0]) >= 0x80;
  if (!may_start || !text.substr(at).starts_with("www.")) return std::nullopt;
  if (at + 4 >= text.size() || !is_alphanumeric(text[at + 4])) return std::nullopt;
  const std::uint32_t end = url_end(text, at, at + 4, in_brackets);
  if (!text.substr(at + 4, end - at - 4).contains('.')) return std::nullopt;
  return BareLink{at, end, "http://"};
}

std::optional<BareLink> email(std::string_view text, std::uint32_t sign, std::uint32_t begin) {
  std::uint32_t start = sign;
  while (start > begin &&
         (is_alphanumeric(text[start - 1]) || std::string_view(".-_+").contains(text[start - 1]))) {
    --start;
  }
  std::uint32_t end = sign + 1;
  std::uint32_t dots = 0;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    const bool dot = c == '.' && end + 1 < text.size() && is_alphanumeric(text[end + 1]);
    if (!dot && !is_alphanumeric(c) && c != '-' && c != '_') break;
    dots += dot ? 1 : 0;
  }
  if (start == sign || dots == 0 || !is_alphanumeric(text[end - 1])) return std::nullopt;
  return BareLink{start, end, "mailto:"};
}

}  // namespace

std::optional<BareLink> find_bare_link(std::string_view text, std::uint32_t at, std::uint32_t begin,
                                       bool in_brackets) {
  if (text[at] == ':') return with_scheme(text, at, begin, in_brackets);
  if (text[at] == '@') return email(text, at, begin);
  return with_www(text, at, in_brackets);
}

void add_bare_link(std::string_view content, const BareLink& link, EntityDecoder& entities,
                   InlineTokens& result) {
  const std::string_view shown = content.substr(link.begin, link.end - link.begin);
  std::string url(link.prefix);
  if (!shown.contains('&')) {
    const std::uint32_t address = result.add_string(url.append(shown));
    result.add(TokenKind::link_text, link.begin, link.end, address);
    return;
  }
  const std::uint32_t open = result.add(TokenKind::nothing, link.begin, link.begin);
  std::uint32_t from = link.begin;
  const auto add_text = [&](std::uint32_t end) {
    if (end > from) result.add(TokenKind::text, from, end);
    url.append(content.substr(from, end - from));
  };
  std::string decoded;
  for (std::uint32_t i = link.begin; i < link.end;) {
    const std::size_t length =
        content[i] == '&' ? entities.decode(content.substr(i, link.end - i), decoded) : 0;
    if (length == 0) {
      ++i;
      continue;
    }
    add_text(i);
    std::string clean = clean_value(decoded);
    url += clean;
    from = i + static_cast<std::uint32_t>(length);
    result.add(TokenKind::decoded, i, from, result.add_string(std::move(clean)));
    i = from;
  }
  add_text(link.end);
  const std::uint32_t close = result.add(TokenKind::nothing, link.end, link.end);
  result.spans.push_back({model::MarkType::link, open, close, result.add_string(std::move(url))});
}

}  // namespace galpi::ingest
