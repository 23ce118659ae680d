// The concepts that claim one stretch of text, and which of them keep it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "form_trie.hpp"
#include "galpi/model/stages.hpp"
#include "galpi/text/utf8.hpp"
#include "senses.hpp"

namespace galpi::terms {

class Claims {
 public:
  /// Adds what `form` says; `exact`: the stretch is spelt as the glossary spells the form. Of
  /// several forms of one concept the exact one counts, else the most proper one.
  void add(const Form& form, bool exact);
  /// Whether settle() will look at the text around the stretch.
  bool needs_context() const { return needs_context_ || count_ > 1; }
  /// Notes that the author names the concept in English right beside the stretch.
  void name(std::uint32_t concept_index);

  /// Appends the mentions that remain: one, or one per candidate when the cues do not tell, or
  /// none. Returns whether there was any.
  bool settle(const Senses& senses, std::string_view text, text::ByteRange range,
              std::vector<model::Mention>& mentions);

 private:
  struct Claim {
    std::uint32_t concept_index;
    model::MentionForm role;
    bool exact;
    bool needs_cue;
    bool named;
  };
  /// More concepts than this behind one form are beyond telling apart.
  static constexpr std::size_t claims_at_most = 16;

  Claim* begin() { return claims_.data(); }
  Claim* end() { return claims_.data() + count_; }
  const Claim* begin() const { return claims_.data(); }
  const Claim* end() const { return claims_.data() + count_; }
  template <class Predicate>
  void keep_if_any(Predicate predicate);
  void weigh_cues(const Senses& senses, std::string_view text, text::ByteRange range);

  std::array<Claim, claims_at_most> claims_;  // the first count_ are set
  std::size_t count_ = 0;
  bool single_ = false;
  bool needs_context_ = false;
};

}  // namespace galpi::terms
