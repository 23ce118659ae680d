#include "xml_guard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "galpi/base/diagnostic.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::translate {
namespace {

std::unexpected<Error> refuse(std::string message, const std::string& file, std::string_view text,
                              std::size_t offset) {
  const At at = LineCounter(text).at(offset);
  return fail(ErrorCode::invalid_memory, std::move(message), SourceSpan{file, at, 0});
}

char32_t unit_at(std::string_view bytes, std::size_t offset, bool big_endian) {
  const auto first = static_cast<unsigned char>(bytes[offset]);
  const auto second = static_cast<unsigned char>(bytes[offset + 1]);
  return big_endian ? static_cast<char32_t>(first << 8U | second)
                    : static_cast<char32_t>(second << 8U | first);
}

/// Nothing when a surrogate stands alone or a byte is left over.
std::optional<std::string> utf16_to_utf8(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string result;
  result.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    char32_t c = unit_at(bytes, i, big_endian);
    if (c >= 0xD800 && c <= 0xDFFF) {
      if (c >= 0xDC00 || i + 2 >= bytes.size()) return std::nullopt;
      const char32_t low = unit_at(bytes, i += 2, big_endian);
      if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
    }
    text::append_code_point(result, c);
  }
  return result;
}

/// XML 1.0, production [2] Char.
bool is_xml_char(std::uint32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// `name` is what stands between '&' and ';'.
bool is_allowed_reference(std::string_view name) {
  constexpr std::array<std::string_view, 5> predefined = {"amp", "lt", "gt", "quot", "apos"};
  if (!name.starts_with('#')) return std::ranges::find(predefined, name) != predefined.end();
  const bool hexadecimal = name.starts_with("#x");
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
  return error == std::errc{} && !digits.empty() && end == digits.data() + digits.size() &&
         is_xml_char(value);
}

/// The offset behind the construct that opens at `from` and closes with `closing`; the end of the
/// text when it never does (pugixml reports that with a place).
std::size_t behind(std::string_view xml, std::size_t from, std::string_view closing) {
  const std::size_t end = xml.find(closing, from);
  return end == std::string_view::npos ? xml.size() : end + closing.size();
}

/// The end of a DOCTYPE declaration without internal subset, or nothing when it has one.
std::optional<std::size_t> behind_doctype(std::string_view xml, std::size_t from) {
  for (std::size_t i = from; i < xml.size(); ++i) {
    if (xml[i] == '>') return i + 1;
    if (xml[i] == '[') return std::nullopt;
    if (xml[i] == '"' || xml[i] == '\'') {
      i = std::min(xml.find(xml[i], i + 1), xml.size());
    }
  }
  return xml.size();
}

}  // namespace

At LineCounter::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  for (; counted_ < offset; ++counted_) {
    const auto byte = static_cast<unsigned char>(text_[counted_]);
    if (byte == '\n') {
      ++line_;
      column_ = 1;
    } else if ((byte & 0xC0U) != 0x80U) {
      ++column_;
    }
  }
  return {line_, column_};
}

Result<std::string> decode_xml(std::string_view bytes, const std::string& file) {
  const bool big_endian =
      bytes.starts_with("\xFE\xFF") || bytes.starts_with(std::string_view("\0<", 2));
  const bool little_endian =
      bytes.starts_with("\xFF\xFE") || bytes.starts_with(std::string_view("<\0", 2));
  if (big_endian || little_endian) {
    const std::size_t mark = bytes[0] == '<' || bytes[1] == '<' ? 0 : 2;
    std::optional<std::string> text = utf16_to_utf8(bytes.substr(mark), big_endian);
    if (text) return *std::move(text);
    return fail(ErrorCode::invalid_memory, "the memory is broken UTF-16", SourceSpan{file, {}, 0});
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (const auto invalid = text::find_invalid_utf8(bytes)) {
    const std::string_view good = bytes.substr(0, *invalid);
    return refuse("the memory is neither UTF-8 nor UTF-16 text", file, good, good.size());
  }
  return std::string(bytes);
}

Result<void> check_xml(std::string_view xml, const std::string& file) {
  for (std::size_t i = xml.find_first_of("<&"); i < xml.size(); i = xml.find_first_of("<&", i)) {
    const std::string_view here = xml.substr(i);
    if (here.starts_with("<!--")) {
      i = behind(xml, i + 4, "-->");
    } else if (here.starts_with("<![CDATA[")) {
      i = behind(xml, i, "]]>");
    } else if (here.starts_with("<?")) {
      i = behind(xml, i, "?>");
    } else if (here.starts_with("<!")) {
      const auto end = behind_doctype(xml, i);
      if (!end) return refuse("a document type with declarations of its own", file, xml, i);
      i = *end;
    } else if (here.front() == '&') {
      const std::size_t end = here.substr(0, 16).find(';');
      const bool closed = end != std::string_view::npos;
      if (!closed || !is_allowed_reference(here.substr(1, end - 1))) {
        const std::string_view shown = here.substr(0, closed ? end + 1 : 1);
        return refuse(fmt::format("the reference `{}` is not allowed", quote_for_message(shown)),
                      file, xml, i);
      }
      i += end + 1;
    } else {
      ++i;
    }
  }
  return {};
}

}  // namespace galpi::translate
