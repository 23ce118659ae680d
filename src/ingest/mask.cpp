#include "mask.hpp"

#include <algorithm>
#include <array>

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

}  // namespace

void mask_inlines(char* begin, char* end) {
  for (char* at = begin; at != end; ++at) {
    const char masked = masking[static_cast<unsigned char>(*at)];
    if (masked == *at) continue;
    // `\|` is how a table cell holds a bar: cmark must see it.
    if (*at == '\\' && at + 1 != end && at[1] == '|') continue;
    *at = masked;
  }
}

std::string unmask(std::string_view masked) {
  std::string plain(masked);
  for (char& c : plain) c = unmasking[static_cast<unsigned char>(c)];
  return plain;
}

void append_without_guards(std::string& target, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(guard), text.size());
    target.append(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace galpi::ingest
