// Which of several concepts a form stands for: the cue words of the glossary, looked for around it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/model/concept.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::terms {

enum class Sense : std::uint8_t {
  against,  ///< a `not` cue is near
  open,     ///< no cue is near
  likely,   ///< a `near` cue is near, and no `not` cue
};

/// The text around one mention in which cues count: its sentence, but at most forty code points on
/// either side. Folded to lower case (ASCII).
class CueWindow {
 public:
  CueWindow(std::string_view text, text::ByteRange mention);
  /// Whether `cue` (lower case) stands here; within the mention itself it does not count. When
  /// `at_mention`, only where it overlaps the mention.
  bool contains(std::string_view cue, bool at_mention) const;

 private:
  std::string folded_;
  std::size_t mention_start_ = 0;
  std::size_t mention_end_ = 0;
};

class Senses {
 public:
  explicit Senses(const model::Glossary& glossary);
  bool has_cues(std::uint32_t concept_index) const {
    const Cues& cues = cues_[concept_index];
    return !cues.near.empty() || !cues.against.empty();
  }
  Sense judge(std::uint32_t concept_index, const CueWindow& window) const;

 private:
  struct Cue {
    std::string folded;
    /// The cue holds one of the concept's own names (주의할 for 주의), so it speaks of that very
    /// place and not of another name of the concept nearby.
    bool at_mention = false;
  };
  struct Cues {
    std::vector<Cue> near;
    std::vector<Cue> against;
  };
  static std::vector<Cue> fold(const model::Concept& owner, const std::vector<std::string>& cues);

  std::vector<Cues> cues_;
};

}  // namespace galpi::terms
