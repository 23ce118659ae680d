// What each stage hands to the next. Each type holds the one before it, so a stage cannot be
// skipped by accident: Digest → AnnotatedDigest → BilingualDigest → Edition (edition.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/model/post.hpp"

namespace galpi::model {

/// Made by normalize: the model of one post.
struct Digest {
  Post post;
  std::string file;               ///< INPUT as typed plus the path below it, for diagnostics
  std::uint32_t block_count = 0;  ///< ordinals are in [0, block_count)
  /// The lines of the source file, for what later stages report; empty when whoever made this had
  /// none.
  std::vector<std::string> lines;

  bool operator==(const Digest&) const = default;
};

/// The line of the source that `at` is in, to be quoted in a report; empty when it is unknown, or
/// so long that a thousand reports about it could not be held.
std::string quoted_line(const Digest& digest, At at);

enum class MentionForm : std::uint8_t { preferred, variant, avoid, english, abbreviation };

/// A stretch of a block's text that names a concept. Sorted by start; mentions do not overlap,
/// except that an ambiguous one stands once per candidate.
struct Mention {
  std::uint32_t start = 0;          ///< byte offset into the block's text
  std::uint32_t end = 0;            ///< exclusive; attached particles not included
  std::uint32_t concept_index = 0;  ///< into Glossary::concepts
  MentionForm form = MentionForm::preferred;
  bool ambiguous = false;       ///< could be another concept as well
  bool first_in_paper = false;  ///< of its concept, in its paper (or review)
  bool gloss = false;           ///< the English name is to be shown in brackets right after `end`

  bool operator==(const Mention&) const = default;
};

/// Made by terms.
struct AnnotatedDigest {
  Digest digest;
  std::vector<std::vector<Mention>> mentions;  ///< by block ordinal; size is block_count
};

/// A sentence of a block and its translation, if a memory has one.
struct Sentence {
  std::uint32_t start = 0;  ///< byte offset into the block's text
  std::uint32_t end = 0;    ///< exclusive
  std::string translation;  ///< empty: none

  bool operator==(const Sentence&) const = default;
};

/// Made by translate.
struct BilingualDigest {
  AnnotatedDigest annotated;
  /// By block ordinal; size is block_count, or 0 when no translation was asked for. Blocks of code,
  /// math and containers have none.
  std::vector<std::vector<Sentence>> sentences;

  const Post& post() const { return annotated.digest.post; }
};

}  // namespace galpi::model
