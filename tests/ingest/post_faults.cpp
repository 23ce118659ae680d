#include "ingest/post_faults.hpp"

#include <string_view>
#include <vector>

#include "galpi/text/normalization.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::tests {
namespace {

using model::Block;
using model::Mark;

/// Code points at places of the raw file; cheap for places that grow.
class RawCharacters {
 public:
  explicit RawCharacters(const ingest::RawPost& post) : post_(post) {}

  /// 0 when there is none.
  char32_t at(At at) {
    if (at.line == 0 || at.line > post_.lines.size()) return 0;
    const std::string& line = post_.lines[at.line - 1];
    if (at.line != line_ || at.column < column_) {
      line_ = at.line;
      column_ = 1;
      offset_ = 0;
    }
    for (; column_ < at.column && offset_ < line.size(); ++column_)
      text::next_code_point(line, offset_);
    std::size_t offset = offset_;
    return offset < line.size() ? text::next_code_point(line, offset) : 0;
  }

 private:
  const ingest::RawPost& post_;
  std::uint32_t line_ = 0;
  std::uint32_t column_ = 1;
  std::size_t offset_ = 0;
};

class FaultFinder {
 public:
  FaultFinder(const ingest::RawPost& post, PlaceCheck places)
      : post_(post), places_(places), raw_(post) {}

  std::string find() {
    for (const ingest::RawBlock& block : post_.blocks) check(block.block, 1);
    return faults_;
  }

 private:
  void fault(const Block& block, const std::string& what) {
    faults_ += what + " in: " + block.text.substr(0, 80) + "\n";
  }

  void check(const Block& block, std::size_t depth) {
    if (depth > 64) fault(block, "nesting over 64");
    if (text::find_invalid_utf8(block.text)) return fault(block, "invalid UTF-8");
    if (!text::is_nfc(block.text)) fault(block, "not in NFC");
    if (!block.children.empty() && !block.text.empty()) fault(block, "text and children");
    check_marks(block);
    check_anchors(block);
    for (const Block& child : block.children) check(child, depth + 1);
  }

  void check_marks(const Block& block) {
    std::vector<const Mark*> open;
    const Mark* previous = nullptr;
    for (const Mark& mark : block.marks) {
      if (mark.start >= mark.end || mark.end > block.text.size())
        fault(block, "empty mark or past the end");
      if (previous != nullptr && (mark.start < previous->start ||
                                  (mark.start == previous->start && mark.end > previous->end))) {
        fault(block, "marks out of order");
      }
      while (!open.empty() && open.back()->end <= mark.start) open.pop_back();
      if (!open.empty() && mark.end > open.back()->end) fault(block, "marks cross");
      open.push_back(&mark);
      previous = &mark;
    }
  }

  void check_anchors(const Block& block) {
    if (block.text.empty()) return;
    if (block.anchors.empty() || block.anchors.front().offset != 0) {
      return fault(block, "no anchor at the start");
    }
    for (std::size_t i = 0; i < block.anchors.size(); ++i) {
      const auto& anchor = block.anchors[i];
      if (i > 0 && anchor.offset <= block.anchors[i - 1].offset)
        fault(block, "anchors out of order");
      const std::size_t end =
          i + 1 < block.anchors.size() ? block.anchors[i + 1].offset : block.text.size();
      if (places_ == PlaceCheck::order) continue;
      At at = anchor.at;
      for (std::size_t offset = anchor.offset; offset < end; ++at.column) {
        const std::size_t begin = offset;
        const char32_t c = text::next_code_point(block.text, offset);
        const char32_t raw = raw_.at(at);
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || text::is_hangul_syllable(c);
        // A character that a reference or a combining sequence stands for, or a title's brackets.
        const bool stands_for = raw == '&' || raw == 0 || !plain || raw >= 0x1100;
        if (raw != c && !stands_for) {
          fault(block, "character " + std::to_string(begin) + " is not at " +
                           std::to_string(at.line) + ":" + std::to_string(at.column));
          return;
        }
      }
    }
  }

  const ingest::RawPost& post_;
  PlaceCheck places_;
  RawCharacters raw_;
  std::string faults_;
};

}  // namespace

std::string faults_of(const ingest::RawPost& post, PlaceCheck places) {
  return FaultFinder(post, places).find();
}

}  // namespace galpi::tests
