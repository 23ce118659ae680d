#include "spelling.hpp"

#include <algorithm>
#include <array>

namespace galpi::terms {
namespace {

constexpr std::size_t longest_word = 40;  // longer ones are no misspelt key of ours

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
  if (left.size() > longest_word || right.size() > longest_word) {
    return std::max(left.size(), right.size());
  }
  using Row = std::array<std::size_t, longest_word + 1>;
  Row before_last{};
  Row last{};
  Row current{};
  for (std::size_t j = 0; j <= right.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        current[j] = std::min(current[j], before_last[j - 2] + 1);
      }
    }
    before_last = last;
    last = current;
  }
  return last[right.size()];
}

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known) {
  std::string_view nearest;
  std::size_t least = 3;
  for (const std::string_view candidate : known) {
    const std::size_t distance = edit_distance(word, candidate);
    const std::size_t allowed = std::max<std::size_t>(1, candidate.size() / 3);
    if (distance < least && distance <= allowed) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace galpi::terms
