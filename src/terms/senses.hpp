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

/// Which characters occur in a text, in lower case (ASCII) and hashed into 256 bits: a quick way to
/// see that a cue does not.
class CharacterSet {
 public:
  /// Adds the character at byte `at` of `text`. Returns its end.
  std::size_t add_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return add_ascii(lead), at + 1;
    const std::size_t end = at + (lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
    add_long(text, end);
    return end;
  }
  /// Adds the character that ends at byte `end` of `text`. Returns its start.
  std::size_t add_before(std::string_view text, std::size_t end) {
    const auto last = static_cast<unsigned char>(text[end - 1]);
    if (last < 0x80) return add_ascii(last), end - 1;
    add_long(text, end);
    std::size_t start = end - 2;
    while ((static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
    return start;
  }
  void add_all(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) at = add_at(text, at);
  }
  bool may_hold(const CharacterSet& other) const {
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) missing |= other.bits_[i] & ~bits_[i];
    return missing == 0;
  }

 private:
  void add_ascii(unsigned char byte) { set(byte >= 'A' && byte <= 'Z' ? byte + 32U : byte); }
  /// Of two bytes and more. Hangul syllables differ in their last two; the odd factor keeps those
  /// without a final consonant, every 28th, from sharing a quarter of the bits.
  void add_long(std::string_view text, std::size_t end) {
    set((static_cast<unsigned>(text[end - 2]) * 15U + static_cast<unsigned>(text[end - 1])) & 255U);
  }
  void set(unsigned bit) { bits_[bit / 64] |= std::uint64_t{1} << (bit % 64); }

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
  bool contains(const Cue& cue) const {
    return characters_.may_hold(cue.characters) && stands_in_text(cue);
  }

 private:
  bool stands_in_text(const Cue& cue) const;

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
