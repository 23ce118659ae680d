#include "liquid_tag.hpp"

#include <algorithm>
#include <cstddef>

namespace galpi::ingest {
namespace {

constexpr std::string_view spaces = " \t";

/// What is longer is no tag: a bound, so that a line of opening braces takes no time.
constexpr std::size_t longest_tag = 1000;

}  // namespace

std::optional<LiquidTag> read_liquid_tag(std::string_view text, std::uint32_t at) {
  const std::string_view rest = text.substr(at, longest_tag);
  if (!rest.starts_with("{%")) return std::nullopt;
  const std::size_t close = rest.find("%}", 2);
  if (close == std::string_view::npos) return std::nullopt;
  std::string_view inner = rest.substr(2, close - 2);
  if (inner.contains('\n')) return std::nullopt;
  if (inner.starts_with('-')) inner.remove_prefix(1);
  if (inner.ends_with('-')) inner.remove_suffix(1);
  inner.remove_prefix(std::min(inner.find_first_not_of(spaces), inner.size()));
  inner = inner.substr(0, inner.find_last_not_of(spaces) + 1);
  const std::size_t name_end = std::min(inner.find_first_of(spaces), inner.size());
  const std::size_t arguments = std::min(inner.find_first_not_of(spaces, name_end), inner.size());
  return LiquidTag{at, at + static_cast<std::uint32_t>(close + 2), inner.substr(0, name_end),
                   inner.substr(arguments)};
}

std::optional<LiquidTag> LiquidTagFinder::find(std::uint32_t from) {
  for (std::size_t word = from;; word += name_.size()) {
    word = word_.find(word);
    if (word == std::string_view::npos) return std::nullopt;
    std::string_view before = text_.substr(from, word - from);
    before = before.substr(0, before.find_last_not_of(spaces) + 1);
    if (before.ends_with('-')) before.remove_suffix(1);
    if (!before.ends_with("{%")) continue;
    const auto tag = read_liquid_tag(text_, from + static_cast<std::uint32_t>(before.size()) - 2);
    if (tag && tag->name == name_) return tag;
  }
}

std::vector<RawRegion> find_raw_regions(std::string_view text) {
  std::vector<RawRegion> regions;
  if (!text.contains("endraw")) return regions;
  LiquidTagFinder opens(text, "raw");
  LiquidTagFinder closes(text, "endraw");
  std::uint32_t at = 0;
  while (const auto open = opens.find(at)) {
    const auto close = closes.find(open->end);
    if (!close) break;
    regions.push_back({*open, *close});
    at = close->end;
  }
  return regions;
}

}  // namespace galpi::ingest
