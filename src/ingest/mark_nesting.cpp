#include "mark_nesting.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace galpi::ingest {

using model::Mark;
using model::MarkType;

namespace {

/// Of marks over the same text, which is around the others: code and images hold no more marks.
int nesting_rank(MarkType type) {
  switch (type) {
    case MarkType::emphasis:
    case MarkType::strong:
    case MarkType::strikethrough:
    case MarkType::superscript:
    case MarkType::subscript:
      return 0;
    case MarkType::link:
      return 1;
    case MarkType::code:
    case MarkType::math:
    case MarkType::image:
    case MarkType::footnote:
      return 2;
  }
  return 2;
}

}  // namespace

void clamp_marks(std::vector<Mark>& marks, std::uint32_t size) {
  for (Mark& mark : marks) mark.end = std::min(mark.end, size);
  std::erase_if(marks, [](const Mark& mark) { return mark.start >= mark.end; });
}

void nest_marks(std::vector<Mark>& marks, std::uint32_t size) {
  clamp_marks(marks, size);
  if (marks.size() < 2) return;
  std::ranges::sort(marks, [](const Mark& a, const Mark& b) {
    if (a.start != b.start) return a.start < b.start;
    if (a.end != b.end) return a.end > b.end;
    return std::tuple(nesting_rank(a.type), a.type, std::string_view(a.url)) <
           std::tuple(nesting_rank(b.type), b.type, std::string_view(b.url));
  });
  // No type is open twice, so that the stack stays as small as the list of types.
  std::vector<std::pair<MarkType, std::uint32_t>> open;
  const auto is_dropped = [&](Mark& mark) {
    while (!open.empty() && open.back().second <= mark.start) open.pop_back();
    if (!open.empty()) mark.end = std::min(mark.end, open.back().second);
    const bool within = std::ranges::any_of(open, [&](const auto& outer) {
      return outer.first == mark.type || outer.first == MarkType::image ||
             (outer.first == MarkType::link && mark.type == MarkType::footnote);
    });
    if (!within) open.emplace_back(mark.type, mark.end);
    return within;
  };
  std::vector<Mark> kept;
  kept.reserve(marks.size());
  for (Mark& mark : marks) {
    if (!is_dropped(mark)) kept.push_back(std::move(mark));
  }
  marks = std::move(kept);
}

}  // namespace galpi::ingest
