#include "entities.hpp"

#include <cmark-gfm.h>

#include <algorithm>
#include <memory>

#include "galpi/text/byte_search.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::ingest {
namespace {

constexpr text::ByteSet escape_bytes = text::make_byte_set("\\&");

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

int digit_value(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// `&#123;` or `&#x7B;`: 1 to 7 decimal or 1 to 6 hexadecimal digits (CommonMark 0.29, 6.2).
std::size_t decode_number(std::string_view text, std::string& decoded) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const int base = hexadecimal ? 16 : 10;
  const std::size_t begin = hexadecimal ? 3 : 2;
  const std::size_t most = hexadecimal ? 6 : 7;
  char32_t value = 0;
  std::size_t at = begin;
  for (; at < text.size() && at < begin + most && digit_value(text[at], base) >= 0; ++at) {
    value =
        value * static_cast<char32_t>(base) + static_cast<char32_t>(digit_value(text[at], base));
  }
  if (at == begin || at == text.size() || text[at] != ';') return 0;
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
  decoded.clear();
  text::append_code_point(decoded, value);
  return at + 1;
}

/// cmark knows all names; it is asked with a document that has nothing else in it.
std::string look_up(std::string_view reference) {
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(
      cmark_parse_document(reference.data(), reference.size(), CMARK_OPT_DEFAULT), cmark_node_free);
  cmark_node* const paragraph = cmark_node_first_child(document.get());
  cmark_node* const text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
  const char* const literal = text == nullptr ? nullptr : cmark_node_get_literal(text);
  return literal == nullptr ? std::string(reference) : std::string(literal);
}

}  // namespace

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

std::size_t EntityDecoder::decode(std::string_view text, std::string& decoded) {
  if (text.starts_with("&#")) return decode_number(text, decoded);
  constexpr std::size_t longest_name = 32;  // CounterClockwiseContourIntegral has 31 letters
  std::size_t end = 1;
  while (end < text.size() && end <= longest_name && is_alphanumeric(text[end])) ++end;
  if (end == 1 || end >= text.size() || text[end] != ';') return 0;
  const std::string_view reference = text.substr(0, end + 1);
  auto known = named_.find(std::string(reference));
  if (known == named_.end()) {
    constexpr std::size_t most_names = 4096;
    if (named_.size() >= most_names) named_.clear();
    known = named_.emplace(std::string(reference), look_up(reference)).first;
  }
  if (known->second == reference) return 0;
  decoded = known->second;
  return reference.size();
}

std::string EntityDecoder::unescape(std::string_view text) {
  if (text::find_byte<escape_bytes>(text, 0) == text.size()) return std::string(text);
  std::string plain;
  plain.reserve(text.size());
  std::string decoded;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\\' && i + 1 < text.size() && is_ascii_punctuation(text[i + 1])) {
      plain += text[i + 1];
      i += 2;
      continue;
    }
    const std::size_t length = text[i] == '&' ? decode(text.substr(i), decoded) : 0;
    if (length > 0) {
      plain += decoded;
      i += length;
    } else {
      plain += text[i++];
    }
  }
  return plain;
}

}  // namespace galpi::ingest
