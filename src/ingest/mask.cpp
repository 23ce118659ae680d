#include "mask.hpp"

#include <array>

#include "galpi/text/byte_search.hpp"

namespace galpi::ingest {
namespace {

struct MaskedCharacter {
  char plain;
  char masked;
};

/// U+0009 to U+000D are white space to cmark and stay out of it.
constexpr MaskedCharacter masked_characters[] = {
    {'*', '\x02'}, {'_', '\x03'}, {'`', '\x04'},  {'[', '\x05'},           {']', '\x06'},
    {'<', '\x07'}, {'&', '\x08'}, {'\\', '\x0E'}, {'\n', masked_line_end}, {'|', masked_bar}};

constexpr std::array<char, 256> make_unmasking() {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<char>(i);
  for (const auto& [plain, masked] : masked_characters) {
    table[static_cast<unsigned char>(masked)] = plain;
  }
  return table;
}

/// Line ends and bars are masked one by one where they are part of a formula, not here.
constexpr std::array<char, 256> make_masking() {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<char>(i);
  for (const auto& [plain, masked] : masked_characters) {
    if (plain != '\n' && plain != '|') table[static_cast<unsigned char>(plain)] = masked;
  }
  return table;
}

constexpr std::array<char, 256> unmasking = make_unmasking();
constexpr std::array<char, 256> masking = make_masking();
constexpr text::ByteSet plain_bytes = text::make_byte_set("*_`[]<&\\");
constexpr text::ByteSet masked_bytes =
    text::make_byte_set("\x02\x03\x04\x05\x06\x07\x08\x0E\x0F\x10", 0x11);

}  // namespace

void mask_inlines(std::string& text, std::size_t from, std::size_t to) {
  const std::string_view masked = std::string_view(text).substr(0, to);
  for (std::size_t at = from; (at = text::find_byte<plain_bytes>(masked, at)) < to; ++at) {
    // `\|` is how a table cell holds a bar: cmark must see it.
    if (text[at] == '\\' && at + 1 < to && text[at + 1] == '|') continue;
    text[at] = masking[static_cast<unsigned char>(text[at])];
  }
}

void unmask(std::string& text, std::size_t from) {
  for (std::size_t at = from; (at = text::find_byte<masked_bytes>(text, at)) < text.size(); ++at) {
    text[at] = unmasking[static_cast<unsigned char>(text[at])];
  }
}

}  // namespace galpi::ingest
