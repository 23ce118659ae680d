#include "brackets.hpp"

#include <algorithm>
#include <array>

#include "galpi/text/byte_search.hpp"

namespace galpi::terms {
namespace {

constexpr std::array<std::string_view, 9> closing_quotes = {"\"", "'", "”", "’", "」",
                                                            "』", "»", "›", "`"};
constexpr std::array<std::string_view, 2> opening_brackets = {"(", "（"};
constexpr std::array<std::string_view, 2> closing_brackets = {")", "）"};
/// U+FF08 and U+FF09 are EF BC 88 and EF BC 89.
constexpr text::ByteSet bracket_bytes = text::make_byte_set("()\xEF");

template <std::size_t count>
std::size_t starting(std::string_view text, const std::array<std::string_view, count>& marks) {
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

}  // namespace

std::size_t start_of_bracket_text(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const std::size_t quote = starting(text.substr(offset), closing_quotes);
    if (quote == 0) break;
    offset += quote;
  }
  if (offset < text.size() && text[offset] == ' ') ++offset;
  if (offset >= text.size()) return 0;
  const std::size_t bracket = starting(text.substr(offset), opening_brackets);
  return bracket == 0 ? 0 : offset + bracket;
}

std::vector<text::ByteRange> bracketed_ranges(std::string_view text) {
  std::vector<text::ByteRange> ranges;
  std::size_t depth = 0;
  for (std::size_t i = 0; (i = text::find_byte<bracket_bytes>(text, i)) < text.size(); ++i) {
    const std::string_view here = text.substr(i);
    if (const std::size_t open = starting(here, opening_brackets)) {
      const auto start = static_cast<std::uint32_t>(i + open);
      if (depth++ == 0) ranges.push_back({start, static_cast<std::uint32_t>(text.size())});
    } else if (starting(here, closing_brackets) != 0 && depth > 0) {
      --depth;
      if (depth == 0) ranges.back().end = static_cast<std::uint32_t>(i);
    }
  }
  return ranges;
}

}  // namespace galpi::terms
