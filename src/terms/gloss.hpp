// Where the English name of a term can be shown without hurting the sentence around it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "galpi/model/stages.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::terms {

/// The mentions of one block, and what the author wrote around them.
class GlossContext {
 public:
  GlossContext(std::string_view text, std::span<const model::Mention> mentions);

  /// Whether the author gives the English name, or anything else, in a bracket: right after the
  /// mention or its eojeol, or, when the bracket names this concept, a few words further
  /// (주의 메커니즘(attention mechanism)).
  bool author_wrote_bracket(std::size_t index) const;

  /// Whether a bracket may be put after the mention: it is in none, and stands for itself rather
  /// than as a part of a longer word (토큰화, 비전-언어 모델) or of a phrase that the author names
  /// as a whole: 정책 정렬 기법(policy alignment). `english` is the name that would be shown.
  bool has_room(std::size_t index, std::string_view english) const;

 private:
  bool is_in_named_phrase(const model::Mention& mention, std::string_view english) const;
  const text::ByteRange* bracket_around(std::uint32_t offset) const;

  std::string_view text_;
  std::span<const model::Mention> mentions_;
  std::vector<text::ByteRange> brackets_;
};

}  // namespace galpi::terms
