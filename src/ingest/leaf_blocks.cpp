#include "leaf_blocks.hpp"

#include <algorithm>
#include <utility>

#include "html_names.hpp"
#include "mark_nesting.hpp"
#include "mask.hpp"

namespace galpi::ingest {
namespace {

using model::Block;
using model::BlockType;
using model::Mark;
using model::MarkType;

/// Takes parts out of a text with their marks and places, from its start to its end: any number of
/// parts costs one walk over the text.
class Slicer {
 public:
  explicit Slicer(const InlineText& text) : text_(text) {}

  /// The part [begin, end); `begin` is no less than the end of the part before.
  InlineText take(std::uint32_t begin, std::uint32_t end) {
    InlineText part;
    part.text = text_.text.substr(begin, end - begin);
    for (; next_mark_ < text_.marks.size() && text_.marks[next_mark_].start < end; ++next_mark_) {
      open_.push_back(&text_.marks[next_mark_]);
    }
    std::erase_if(open_, [&](const Mark* mark) { return mark->end <= begin; });
    for (const Mark* mark : open_) {
      Mark cut = *mark;
      cut.start = std::max(mark->start, begin) - begin;
      cut.end = std::min(mark->end, end) - begin;
      part.marks.push_back(std::move(cut));
    }
    if (text_.runs.empty()) part.runs.push_back({0, begin, false});
    while (run_ + 1 < text_.runs.size() && text_.runs[run_ + 1].text <= begin) ++run_;
    for (std::size_t i = run_; i < text_.runs.size() && text_.runs[i].text < end; ++i) {
      const TextRun& run = text_.runs[i];
      const std::uint32_t skipped = begin - std::min(begin, run.text);
      part.runs.push_back({run.text + skipped - begin, run.content + skipped, run.foreign});
    }
    return part;
  }

 private:
  const InlineText& text_;
  std::size_t next_mark_ = 0;      ///< the first that no part has reached
  std::vector<const Mark*> open_;  ///< those before it that may go on
  std::size_t run_ = 0;            ///< the one that the last part began in
};

/// An image and nothing else, but perhaps its title in brackets or a link around it.
bool is_image_alone(const InlineText& text) {
  const auto image = std::ranges::find(text.marks, MarkType::image, &Mark::type);
  if (image == text.marks.end() || image->start != 0 || !text.displayed.empty()) return false;
  const std::string_view after = std::string_view(text.text).substr(image->end);
  const bool titled = after.starts_with(" (") && after.find(')') == after.size() - 1;
  return after.empty() || titled;
}

Block image_block(InlineText&& text, const ContentMap& map) {
  const auto size = static_cast<std::uint32_t>(text.text.size());
  std::erase_if(text.marks, [](const Mark& mark) { return mark.type != MarkType::image; });
  text.marks.resize(1);
  text.marks[0].end = size;
  return text_block(BlockType::image, std::move(text), map);
}

}  // namespace

Block text_block(BlockType type, InlineText&& text, const ContentMap& map) {
  Block block;
  block.type = type;
  block.anchors = make_anchors(text.text, text.runs, map);
  block.at = block.anchors.empty() ? map.at(0) : block.anchors.front().at;
  block.text = std::move(text.text);
  block.marks = std::move(text.marks);
  return block;
}

void keep_formulas_inline(InlineText& text) {
  if (text.displayed.empty()) return;
  for (Mark& formula : text.displayed) {
    std::replace(text.text.begin() + formula.start, text.text.begin() + formula.end, '\n', ' ');
    text.marks.push_back(std::move(formula));
  }
  text.displayed.clear();
  nest_marks(text.marks, static_cast<std::uint32_t>(text.text.size()));
}

Block paragraph_block(InlineText&& text, const ContentMap& map) {
  if (is_image_alone(text)) return image_block(std::move(text), map);
  return text_block(BlockType::paragraph, std::move(text), map);
}

std::vector<Block> parted_paragraph(const InlineText& text, const ContentMap& map) {
  std::vector<Block> blocks;
  std::uint32_t from = 0;
  Slicer slicer(text);
  const auto add = [&](BlockType type, std::uint32_t begin, std::uint32_t end) {
    const auto is_space = [&](std::uint32_t at) {
      return text.text[at] == ' ' || text.text[at] == '\n';
    };
    while (begin < end && is_space(begin)) ++begin;
    while (end > begin && is_space(end - 1)) --end;
    if (begin == end) return;
    InlineText part = slicer.take(begin, end);
    if (type == BlockType::math) part.marks.clear();
    blocks.push_back(text_block(type, std::move(part), map));
  };
  for (const Mark& formula : text.displayed) {
    add(BlockType::paragraph, from, formula.start);
    add(BlockType::math, formula.start, formula.end);
    from = formula.end;
  }
  add(BlockType::paragraph, from, static_cast<std::uint32_t>(text.text.size()));
  return blocks;
}

std::vector<Block> code_blocks(const BlockEvent& event) {
  InlineText text;
  std::string_view rest = event.content;
  while (rest.ends_with('\n')) rest.remove_suffix(1);
  std::uint32_t content = 0;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(guard), rest.size());
    if (end > 0)
      text.runs.push_back({static_cast<std::uint32_t>(text.text.size()), content, false});
    text.text.append(rest.substr(0, end));
    content += static_cast<std::uint32_t>(end) + 1;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (text.text.empty()) return {};
  const BlockType type = event.label == "math" ? BlockType::math : BlockType::code;
  std::vector<Block> blocks;
  blocks.push_back(text_block(type, std::move(text), event.map));
  if (type == BlockType::code && !event.label.empty()) blocks.back().label = event.label;
  return blocks;
}

std::vector<Block> html_blocks(const BlockEvent& event, InlineContext& context) {
  const bool is_pre = opens_pre_block(event.content);
  const auto mode = is_pre ? InlineMode::preformatted : InlineMode::html;
  InlineText text = read_inlines(event.content, event.map, mode, context);
  std::vector<Block> blocks;
  if (text.text.empty()) return blocks;
  if (is_pre) {
    text.marks.clear();
    text = Slicer(text).take(text.text.starts_with('\n') ? 1 : 0,
                             static_cast<std::uint32_t>(text.text.size()));
  }
  if (is_image_alone(text)) {
    blocks.push_back(image_block(std::move(text), event.map));
  } else {
    const BlockType type = is_pre ? BlockType::code : BlockType::html;
    blocks.push_back(text_block(type, std::move(text), event.map));
  }
  return blocks;
}

}  // namespace galpi::ingest
