// Emphasis: CommonMark's delimiter runs (0.29, section 6.4), made to work for Korean.
//
// The rule that tells opening from closing runs looks at spaces and punctuation, which Korean does
// not have between a word and its particle: in `**어텐션(attention)**을` the second run follows
// punctuation and stands before a letter, so that it may only open. Here a run may also close when
// punctuation is before it and Hangul behind it, and (two or more characters only) also open when
// Hangul is before it and punctuation behind it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "inline_tokens.hpp"

namespace galpi::ingest {

struct RunKind {
  bool can_open = false;
  bool can_close = false;
  bool strict_open = false;  ///< by CommonMark's own rule
  bool strict_close = false;
};

/// Judges the run [begin, end) of one character in `content`.
RunKind judge_run(std::string_view content, std::uint32_t begin, std::uint32_t end);

class Delimiters {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// Adds the delimiter token `token`, a run of `length` times `character`.
  void push(std::uint32_t token, char character, std::uint32_t length, RunKind kind);

  /// The last run so far, or none: the bottom for what follows.
  std::uint32_t top() const { return top_; }

  /// Forgets the last run: it turned out to be part of something else.
  void drop_top() { remove(top_); }

  /// Matches the runs above `bottom` and forgets them. Offsets of runs that were matched only by
  /// the Korean rule are added to `repaired` (as token indices).
  void process(std::uint32_t bottom, InlineTokens& result, std::vector<std::uint32_t>& repaired);

 private:
  struct Run {
    std::uint32_t token;
    std::uint32_t length;
    std::uint32_t left_over;
    std::uint32_t previous;
    std::uint32_t next;
    char character;
    RunKind kind;
  };

  bool matches(const Run& opener, const Run& closer) const;
  void remove(std::uint32_t run);
  void join(std::uint32_t opener, std::uint32_t closer, InlineTokens& result);

  std::vector<Run> runs_;
  std::uint32_t top_ = none;
};

}  // namespace galpi::ingest
