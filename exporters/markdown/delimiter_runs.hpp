// Delimiter runs and how readers pair them: CommonMark's "process emphasis" (0.31, appendix), with
// the differences between readers as policies.
#pragma once

#include <cstdint>
#include <vector>

namespace galpi::exporters::markdown {

/// Readers differ in what counts as punctuation, and galpi's own closes emphasis before Hangul.
enum class Reader : std::uint8_t {
  common_mark,  ///< CommonMark 0.31
  cmark_gfm,    ///< symbols beyond ASCII are letters (0.29), and `*` does not see tildes beside it
  galpi,
};

struct DelimiterRun {
  char character = '*';
  std::uint32_t token = 0;            ///< of the first character
  std::vector<std::uint32_t> owners;  ///< by character: the token it belongs to
  char32_t before = '\n';
  char32_t after = '\n';
  char32_t before_tildes = '\n';  ///< as `before`, beyond delimiters of strikethrough
  char32_t after_tildes = '\n';
};

/// `use` characters of two runs that were paired.
struct DelimiterPair {
  std::vector<std::uint32_t> openers;  ///< tokens that own them
  std::vector<std::uint32_t> closers;
};

/// The pairs a reader makes of the runs of one stretch (a link's text is a stretch of its own).
std::vector<DelimiterPair> pair_runs(const std::vector<DelimiterRun>& runs, Reader reader);

}  // namespace galpi::exporters::markdown
