#include "delimiters.hpp"

#include <algorithm>
#include <array>

#include "galpi/text/utf8.hpp"
#include "mask.hpp"

namespace galpi::ingest {
namespace {

/// The character before `at`; the start of the text and a guard count as a line end.
char32_t character_before(std::string_view content, std::size_t at) {
  if (at == 0) return '\n';
  const char32_t c = text::previous_code_point(content, at);
  return c == static_cast<char32_t>(guard) ? '\n' : c;
}

char32_t character_after(std::string_view content, std::size_t at) {
  return at == content.size() ? '\n' : text::next_code_point(content, at);
}

std::size_t bottom_key(char character, bool can_open, std::uint32_t length) {
  const std::size_t kind = character == '*' ? 0 : character == '_' ? 1 : 2;
  return (kind * 2 + (can_open ? 1 : 0)) * 3 + length % 3;
}

}  // namespace

RunKind judge_run(std::string_view content, std::uint32_t begin, std::uint32_t end) {
  const char character = content[begin];
  const char32_t before = character_before(content, begin);
  const char32_t after = character_after(content, end);
  const bool space_before = text::is_space(before);
  const bool space_after = text::is_space(after);
  const bool mark_before = !space_before && text::is_punctuation(before);
  const bool mark_after = !space_after && text::is_punctuation(after);
  const bool left = !space_after && (!mark_after || space_before || mark_before);
  const bool right = !space_before && (!mark_before || space_after || mark_after);

  RunKind kind;
  kind.strict_open = character == '_' ? left && (!right || mark_before) : left;
  kind.strict_close = character == '_' ? right && (!left || mark_after) : right;
  const bool korean_close = mark_before && text::is_hangul(after);
  const bool korean_open =
      mark_after && text::is_hangul(before) && character != '_' && end - begin >= 2;
  kind.can_open = kind.strict_open || korean_open;
  kind.can_close = kind.strict_close || korean_close;
  return kind;
}

void Delimiters::push(std::uint32_t token, char character, std::uint32_t length, RunKind kind) {
  const auto index = static_cast<std::uint32_t>(runs_.size());
  runs_.push_back({token, length, length, top_, none, character, kind});
  if (top_ != none) runs_[top_].next = index;
  top_ = index;
}

void Delimiters::remove(std::uint32_t run) {
  const Run& removed = runs_[run];
  if (removed.previous != none) runs_[removed.previous].next = removed.next;
  if (removed.next != none) {
    runs_[removed.next].previous = removed.previous;
  } else {
    top_ = removed.previous;
  }
}

bool Delimiters::matches(const Run& opener, const Run& closer) const {
  if (opener.character != closer.character || !opener.kind.can_open) return false;
  // Rules 9 and 10: a run that can do both matches only when lengths do not add up to three.
  const bool both = closer.kind.strict_open || opener.kind.strict_close;
  return !both || closer.length % 3 == 0 || (opener.length + closer.length) % 3 != 0;
}

void Delimiters::join(std::uint32_t opener, std::uint32_t closer, InlineTokens& result) {
  Run& open = runs_[opener];
  Run& close = runs_[closer];
  const std::uint32_t used = open.left_over >= 2 && close.left_over >= 2 ? 2 : 1;
  open.left_over -= used;
  close.left_over -= used;
  const auto type = open.character == '~' ? model::MarkType::strikethrough
                    : used == 2           ? model::MarkType::strong
                                          : model::MarkType::emphasis;
  result.spans.push_back({type, open.token, close.token});
  result.tokens[open.token].right =
      static_cast<std::uint16_t>(result.tokens[open.token].right + used);
  result.tokens[close.token].left =
      static_cast<std::uint16_t>(result.tokens[close.token].left + used);
}

void Delimiters::process(std::uint32_t bottom, InlineTokens& result,
                         std::vector<std::uint32_t>& repaired) {
  // Runs are numbered in order, so that everything above a floor has a larger number.
  const std::int64_t floor = bottom == none ? -1 : std::int64_t{bottom};
  std::array<std::int64_t, 18> floors;
  floors.fill(floor);
  const auto is_above = [](std::uint32_t run, std::int64_t least) {
    return run != none && std::int64_t{run} > least;
  };
  std::uint32_t closer = bottom == none ? top_ : runs_[bottom].next;
  while (bottom == none && closer != none && runs_[closer].previous != none) {
    closer = runs_[closer].previous;
  }
  while (closer != none) {
    if (!runs_[closer].kind.can_close) {
      closer = runs_[closer].next;
      continue;
    }
    std::int64_t& least = floors[bottom_key(runs_[closer].character, runs_[closer].kind.strict_open,
                                            runs_[closer].length)];
    std::uint32_t opener = runs_[closer].previous;
    while (is_above(opener, least) && !matches(runs_[opener], runs_[closer])) {
      opener = runs_[opener].previous;
    }
    if (!is_above(opener, least)) {
      const std::uint32_t next = runs_[closer].next;
      const std::uint32_t previous = runs_[closer].previous;
      least = is_above(previous, floor) ? std::int64_t{previous} : floor;
      if (!runs_[closer].kind.can_open) remove(closer);
      closer = next;
      continue;
    }
    for (std::uint32_t between = runs_[closer].previous; between != opener;) {
      const std::uint32_t previous = runs_[between].previous;
      remove(between);
      between = previous;
    }
    join(opener, closer, result);
    if (!runs_[closer].kind.strict_close) repaired.push_back(runs_[closer].token);
    if (!runs_[opener].kind.strict_open) repaired.push_back(runs_[opener].token);
    if (runs_[opener].left_over == 0) remove(opener);
    if (runs_[closer].left_over == 0) {
      const std::uint32_t next = runs_[closer].next;
      remove(closer);
      closer = next;
    }
  }
  while (top_ != bottom && top_ != none) remove(top_);
}

}  // namespace galpi::ingest
