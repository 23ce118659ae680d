// Which full stops end a sentence: judged by the words on both sides.
#pragma once

#include <cstddef>
#include <string_view>

namespace galpi::text {

enum class Verdict : unsigned char { ends, goes_on, unsure };

/// A place where a sentence may end: terminators at [stop, closers), closing brackets and quotes at
/// [closers, space), white space at [space, next).
struct Candidate {
  std::size_t sentence_start = 0;
  std::size_t stop = 0;
  std::size_t closers = 0;
  std::size_t space = 0;
  std::size_t next = 0;
};

/// Judges a candidate outside brackets and protected text. `unsure` is for UAX #29 to decide.
Verdict judge(std::string_view text, const Candidate& at);

/// Whether `rest` begins, after spaces, as a sentence does that goes on after a quotation: 라고,
/// 라는.
bool quotes_on(std::string_view rest);

}  // namespace galpi::text
