#include "galpi/base/diagnostic.hpp"

#include <fmt/format.h>

#include <utility>

namespace galpi {
namespace {

struct Decoded {
  char32_t code_point;
  std::size_t length;
};

/// One code point of text that may not be UTF-8 at all: this is what names files in messages.
/// base cannot lean on the text layer, and the name of a file need not be UTF-8.
Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || lead > 0xF4 || text.size() < length) return {0xFFFD, 1};
  char32_t value = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {0xFFFD, 1};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  const char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least[length] || surrogate || value > 0x10FFFF) return {0xFFFD, 1};
  return {value, length};
}

/// Characters that would break or forge a line of a message on a terminal (CWE-150).
bool is_unprintable(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

}  // namespace

std::vector<Diagnostic> DiagnosticList::take() { return std::exchange(items_, {}); }

void DiagnosticList::report(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }

std::string quote_for_message(std::string_view text, std::size_t most) {
  std::string quoted;
  for (std::size_t count = 0; !text.empty(); ++count) {
    if (count == most) return quoted + "…";
    const Decoded next = decode(text);
    if (next.code_point == 0xFFFD) {
      quoted += "\xEF\xBF\xBD";
    } else if (is_unprintable(next.code_point)) {
      quoted += fmt::format("\\u{{{:X}}}", static_cast<std::uint32_t>(next.code_point));
    } else {
      quoted.append(text.substr(0, next.length));
    }
    text.remove_prefix(next.length);
  }
  return quoted;
}

}  // namespace galpi
