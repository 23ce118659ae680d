#include "galpi/translate/align.hpp"

#include <algorithm>
#include <utility>

#include "galpi/text/sentences.hpp"

namespace galpi::translate {
namespace {

using model::Block;
using model::BlockType;
using model::MarkType;

bool holds_prose(const Block& block) {
  return !block.text.empty() && block.type != BlockType::code && block.type != BlockType::math &&
         block.type != BlockType::rule;
}

/// Stretches that no sentence boundary may cut; marks are sorted by start, so these are.
std::vector<text::ByteRange> protected_ranges(const Block& block) {
  std::vector<text::ByteRange> ranges;
  for (const model::Mark& mark : block.marks) {
    const bool whole = mark.type == MarkType::code || mark.type == MarkType::math ||
                       mark.type == MarkType::link || mark.type == MarkType::image;
    // A link may hold code: what lies within the range before it adds nothing.
    if (whole && (ranges.empty() || mark.end > ranges.back().end)) {
      ranges.push_back({mark.start, mark.end});
    }
  }
  return ranges;
}

std::vector<model::Sentence> sentences_of(const Block& block, const Memory* memory) {
  std::vector<model::Sentence> sentences;
  for (const text::ByteRange range : text::split_sentences(block.text, protected_ranges(block))) {
    model::Sentence& sentence = sentences.emplace_back(range.start, range.end, std::string{});
    if (memory == nullptr) continue;
    const std::string* english = memory->find(segment_text(block, sentence));
    if (english != nullptr) sentence.translation = *english;
  }
  return sentences;
}

void align_blocks(const std::vector<Block>& blocks, const Memory* memory,
                  std::vector<std::vector<model::Sentence>>& sentences) {
  for (const Block& block : blocks) {
    if (holds_prose(block)) sentences.at(block.ordinal) = sentences_of(block, memory);
    align_blocks(block.children, memory, sentences);  // blocks nest at most 64 deep
  }
}

}  // namespace

std::string segment_text(const Block& block, const model::Sentence& sentence) {
  const std::string_view text = block.text;
  std::string segment;
  std::uint32_t copied = sentence.start;
  for (const model::Mark& mark : block.marks) {
    const bool is_math = mark.type == MarkType::math;
    const bool is_reference = mark.type == MarkType::footnote;
    if (!(is_math || is_reference) || mark.start < copied || mark.end > sentence.end) continue;
    segment.append(text.substr(copied, mark.start - copied));
    if (is_math) {
      segment += '$';
      segment.append(text.substr(mark.start, mark.end - mark.start));
      segment += '$';
    }
    copied = mark.end;
  }
  segment.append(text.substr(copied, sentence.end - copied));
  return segment;
}

model::BilingualDigest align(model::AnnotatedDigest annotated, const Memory* memory) {
  model::BilingualDigest bilingual{std::move(annotated), {}};
  bilingual.sentences.resize(bilingual.annotated.digest.block_count);
  const model::Post& post = bilingual.post();
  for (const model::Paper& paper : post.papers) {
    for (const model::Section& section : paper.sections) {
      align_blocks(section.blocks, memory, bilingual.sentences);
    }
  }
  for (const model::Section& section : post.sections) {
    align_blocks(section.blocks, memory, bilingual.sentences);
  }
  return bilingual;
}

model::BilingualDigest without_translation(model::AnnotatedDigest annotated) {
  return {std::move(annotated), {}};
}

}  // namespace galpi::translate
