#include "characters.hpp"

#include "galpi/text/utf8.hpp"

namespace galpi::ingest {
namespace {

bool is_emoji_part(char32_t c) {
  return c >= 0x1F000 || c == 0xFE0F || (c >= 0x2190 && c <= 0x2BFF && c != 0x2800);
}

bool is_tag_character(char32_t c) { return c >= 0xE0020 && c <= 0xE007F; }

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || (c & 0xFFFEU) == 0xFFFE;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || c == 0x180E || c == 0x200B || c == 0x200C || c == 0x200E ||
         c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c < 0xE0020);
}

}  // namespace

Stray stray_character(std::string_view text, std::size_t offset, char32_t previous) {
  const char32_t c = text::next_code_point(text, offset);
  if (is_control(c)) return Stray::control;
  if (is_invisible(c)) return Stray::invisible;
  if (c == 0x200D) {  // zero-width joiner: family and profession emoji need it (UTS #51)
    const bool joins = is_emoji_part(previous) && offset < text.size() &&
                       is_emoji_part(text::next_code_point(text, offset));
    return joins ? Stray::none : Stray::invisible;
  }
  if (is_tag_character(c)) {  // flags of regions: U+1F3F4 and tags; anywhere else hidden text
    const bool in_flag = previous == 0x1F3F4 || is_tag_character(previous);
    return in_flag ? Stray::none : Stray::invisible;
  }
  return Stray::none;
}

}  // namespace galpi::ingest
