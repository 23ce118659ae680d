// Which of several concepts a form stands for: the cue words of the glossary, looked for around it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/model/concept.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::terms {

/// Which characters occur in a text, hashed into 256 bits: a quick way to see that a cue does not.
class CharacterSet {
 public:
  void add(char16_t label) {
    // Hangul syllables differ most in their low bits; folding in the high byte spreads them.
    const auto bit = static_cast<unsigned>((label ^ (label >> 7U)) & 255U);
    bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  void add_all(std::string_view text);
  bool may_hold(const CharacterSet& other) const {
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) missing |= other.bits_[i] & ~bits_[i];
    return missing == 0;
  }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

/// A cue as it is looked for.
struct Cue {
  std::string folded;       ///< in lower case (ASCII)
  CharacterSet characters;  ///< of `folded`
  /// The cue holds one of the concept's own names (주의할 for 주의), so it speaks of that very
  /// place and not of another name of the concept nearby.
  bool at_mention = false;
};

enum class Sense : std::uint8_t {
  against,  ///< a `not` cue is near
  open,     ///< no cue is near
  likely,   ///< a `near` cue is near, and no `not` cue
};

/// The text around one mention in which cues count: its sentence, but at most forty code points on
/// either side. Folded to lower case (ASCII).
class CueWindow {
 public:
  static constexpr int full_reach = 40;

  /// `reach`: the code points to look at on either side, at most full_reach.
  CueWindow(std::string_view text, text::ByteRange mention, int reach = full_reach);
  /// Whether `cue` stands here; within the mention itself it does not count.
  bool contains(const Cue& cue) const;

 private:
  std::string folded_;
  CharacterSet characters_;
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
  /// Whether a `not` cue is near: judge() is Sense::against.
  bool rules_out(std::uint32_t concept_index, const CueWindow& window) const;
  /// The reach of a window that holds whatever rules_out() looks for.
  int reach_against(std::uint32_t concept_index) const {
    return cues_[concept_index].reach_against;
  }

 private:
  struct Cues {
    std::vector<Cue> near;
    std::vector<Cue> against;
    int reach_against = 0;  ///< the longest of `against` if all are cues at the mention
  };
  static std::vector<Cue> fold(const model::Concept& owner, const std::vector<std::string>& cues);

  std::vector<Cues> cues_;
};

}  // namespace galpi::terms
