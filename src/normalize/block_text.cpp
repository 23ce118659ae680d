#include "block_text.hpp"

#include <algorithm>
#include <utility>

#include "galpi/text/normalization.hpp"
#include "keys.hpp"

namespace galpi::normalize {

using model::Block;
using model::Mark;
using model::MarkType;
using model::TextAnchor;
using text::ByteRange;

namespace {

std::uint32_t size_of(const Block& block) { return static_cast<std::uint32_t>(block.text.size()); }

void shift_marks(std::vector<Mark>& marks, std::uint32_t start, std::uint32_t end) {
  const auto shifted = [&](std::uint32_t offset) {
    if (offset <= start) return offset;
    return offset < end ? start : offset - (end - start);
  };
  std::erase_if(marks, [&](Mark& mark) {
    const bool was_range = mark.start < mark.end;
    const bool was_inside = mark.start >= start && mark.end <= end && start < end;
    mark.start = shifted(mark.start);
    mark.end = shifted(mark.end);
    return mark.start == mark.end && (was_range || was_inside);
  });
}

void shift_anchors(Block& block, std::uint32_t start, std::uint32_t end) {
  if (block.anchors.empty()) return;
  const bool something_follows = end < size_of(block);
  const TextAnchor behind{start, model::position_in_source(block, end)};
  std::vector<TextAnchor>& anchors = block.anchors;
  auto first = std::ranges::lower_bound(anchors, start, {}, &TextAnchor::offset);
  const auto last = std::ranges::upper_bound(anchors, end, {}, &TextAnchor::offset);
  for (auto anchor = last; anchor != anchors.end(); ++anchor) anchor->offset -= end - start;
  if (something_follows && first == last) {
    anchors.insert(first, behind);
    return;
  }
  if (something_follows) *first++ = behind;
  anchors.erase(first, last);
}

}  // namespace

void erase_text(Block& block, std::uint32_t start, std::uint32_t end) {
  if (start >= end) return;
  shift_marks(block.marks, start, end);
  shift_anchors(block, start, end);
  block.text.erase(start, end - start);
}

void trim_text(Block& block) {
  const ByteRange kept = trimmed_range(block, {0, size_of(block)});
  erase_text(block, kept.end, size_of(block));
  erase_text(block, 0, kept.start);
}

Block slice_of(const Block& block, std::uint32_t start, std::uint32_t end) {
  Block slice;
  slice.type = block.type;
  slice.text = block.text.substr(start, end - start);
  slice.at = model::position_in_source(block, start);
  if (!slice.text.empty() && !block.anchors.empty()) slice.anchors.push_back({0, slice.at});
  for (const TextAnchor& anchor : block.anchors) {
    if (anchor.offset > start && anchor.offset < end) {
      slice.anchors.push_back({anchor.offset - start, anchor.at});
    }
  }
  for (const Mark& mark : block.marks) {
    const std::uint32_t first = std::max(mark.start, start);
    const std::uint32_t last = std::min(mark.end, end);
    const bool point_inside = mark.start == mark.end && mark.start >= start && mark.start < end;
    if (first < last || point_inside) {
      slice.marks.push_back({mark.type, first - start, last - start, mark.url});
    }
  }
  return slice;
}

ByteRange trimmed_range(const Block& block, ByteRange range) {
  const std::string_view whole = view_of(block, range);
  const std::string_view inner = trimmed(whole);
  if (inner.empty()) return {range.start, range.start};
  const auto lead = static_cast<std::uint32_t>(inner.data() - whole.data());
  const auto length = static_cast<std::uint32_t>(inner.size());
  return {range.start + lead, range.start + lead + length};
}

std::vector<ByteRange> source_lines(const Block& block) {
  std::vector<std::uint32_t> starts = {0};
  for (std::uint32_t i = 0; i < size_of(block); ++i) {
    if (block.text[i] == '\n') starts.push_back(i + 1);
  }
  for (std::size_t i = 1; i < block.anchors.size(); ++i) {
    if (block.anchors[i].at.line != block.anchors[i - 1].at.line) {
      starts.push_back(block.anchors[i].offset);
    }
  }
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::vector<ByteRange> lines;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::uint32_t end = i + 1 < starts.size() ? starts[i + 1] : size_of(block);
    const ByteRange line = trimmed_range(block, {starts[i], end});
    if (line.start < line.end) lines.push_back(line);
  }
  return lines;
}

bool is_covered(const Block& block, MarkType type, ByteRange range) {
  return std::ranges::any_of(block.marks, [&](const Mark& mark) {
    if (mark.type != type || mark.start >= range.end || mark.end <= range.start) return false;
    const std::uint32_t start = std::max(mark.start, range.start);
    const std::uint32_t end = std::min(mark.end, range.end);
    return has_no_letters(view_of(block, {range.start, start})) &&
           has_no_letters(view_of(block, {end, range.end}));
  });
}

void compose_text(std::string& text) {
  if (!text::is_nfc(text)) text = text::to_nfc(text);
}

void compose_text(Block& block) {
  // One anchor: the text is a slice of the source, which is in NFC.
  if (block.anchors.size() <= 1 || text::is_nfc(block.text)) return;
  text::OffsetMap map;
  block.text = text::to_nfc(block.text, &map);
  const auto& edits = map.edits();
  const auto moved = [&](std::uint32_t old_offset) {
    const auto next =
        std::ranges::upper_bound(edits, old_offset, {}, &text::OffsetEdit::old_offset);
    const std::uint32_t limit = next == edits.end() ? size_of(block) : next->new_offset;
    if (next == edits.begin()) return std::min(old_offset, limit);
    const text::OffsetEdit& edit = *std::prev(next);
    return std::min(edit.new_offset + (old_offset - edit.old_offset), limit);
  };
  for (Mark& mark : block.marks) {
    mark.start = moved(mark.start);
    mark.end = moved(mark.end);
  }
  for (TextAnchor& anchor : block.anchors) anchor.offset = moved(anchor.offset);
}

}  // namespace galpi::normalize
