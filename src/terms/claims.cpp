#include "claims.hpp"

#include <algorithm>
#include <functional>
#include <span>

namespace galpi::terms {
namespace {

using model::MentionForm;

/// How proper a form is: an avoided one gives way to any other reading of the same letters.
int rank(MentionForm role) {
  switch (role) {
    case MentionForm::preferred:
      return 0;
    case MentionForm::variant:
      return 1;
    case MentionForm::english:
      return 2;
    case MentionForm::abbreviation:
      return 3;
    case MentionForm::avoid:
      return 4;
  }
  return 4;
}

}  // namespace

void Claims::add(const Form& form, bool exact) {
  single_ = form.single;
  needs_context_ = needs_context_ || form.needs_context;
  const auto same = std::find_if(begin(), end(), [&](const Claim& claim) {
    return claim.concept_index == form.concept_index;
  });
  if (same == end()) {
    if (count_ < claims_at_most)
      claims_[count_++] = {form.concept_index, form.role, exact, form.needs_cue, false};
  } else if (exact != same->exact ? exact : rank(form.role) < rank(same->role)) {
    same->role = form.role;
    same->exact = exact;
  }
}

void Claims::name(std::uint32_t concept_index) {
  for (Claim& claim : std::span(begin(), end())) {
    claim.named = claim.named || claim.concept_index == concept_index;
  }
}

/// Drops the others when some claim has the property.
template <class Predicate>
void Claims::keep_if_any(Predicate predicate) {
  if (std::none_of(begin(), end(), predicate)) return;
  count_ =
      static_cast<std::size_t>(std::remove_if(begin(), end(), std::not_fn(predicate)) - begin());
}

/// Concepts that a `not` cue rules out are gone. Of the others, those with a `near` cue nearby win;
/// else those that need none; else, if the form has several concepts, all that remain.
void Claims::weigh_cues(const Senses& senses, std::string_view text, text::ByteRange range) {
  // A claim alone that needs no cue: `near` cues have nothing to decide.
  if (count_ == 1 && !single_ && !claims_[0].needs_cue) {
    const std::uint32_t only = claims_[0].concept_index;
    if (senses.rules_out(only, CueWindow(text, range, senses.reach_against(only)))) count_ = 0;
    return;
  }
  const CueWindow window(text, range);
  const auto weight_of = [&](const Claim& claim) {
    const Sense sense = senses.judge(claim.concept_index, window);
    if (sense == Sense::against) return 0;
    if (sense == Sense::likely) return 3;
    return claim.needs_cue ? 1 : 2;
  };
  std::array<int, claims_at_most> weights{};
  std::size_t possible = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    weights[i] = weight_of(claims_[i]);
    possible += weights[i] > 0 ? 1 : 0;
  }
  // One symbol alone is nearly always part of something else: without a cue it is no mention. Nor
  // is a form meant that needs a cue, has none, and is only what is left when others are ruled out.
  int needed = single_ ? 3 : possible == 1 ? 2 : 1;
  for (std::size_t i = 0; i < count_; ++i) needed = std::max(needed, weights[i]);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    if (weights[i] == needed) claims_[kept++] = claims_[i];
  }
  count_ = kept;
}

bool Claims::settle(const Senses& senses, std::string_view text, text::ByteRange range,
                    std::vector<model::Mention>& mentions) {
  if (!needs_context()) {
    for (const Claim& claim : std::span(begin(), end())) {
      mentions.push_back({range.start, range.end, claim.concept_index, claim.role});
    }
    return count_ > 0;
  }
  const auto is_named = [](const Claim& claim) { return claim.named; };
  const bool named = std::any_of(begin(), end(), is_named);
  if (named) keep_if_any(is_named);
  const bool cues = std::any_of(
      begin(), end(), [&](const Claim& claim) { return senses.has_cues(claim.concept_index); });
  if (single_ && !cues && !named) count_ = 0;
  if (cues && (!named || count_ > 1)) weigh_cues(senses, text, range);
  keep_if_any([](const Claim& claim) { return claim.role != MentionForm::avoid; });
  std::sort(begin(), end(), [](const Claim& left, const Claim& right) {
    return left.concept_index < right.concept_index;
  });
  for (const Claim& claim : std::span(begin(), end())) {
    mentions.push_back({.start = range.start,
                        .end = range.end,
                        .concept_index = claim.concept_index,
                        .form = claim.role,
                        .ambiguous = count_ > 1});
  }
  return count_ > 0;
}

}  // namespace galpi::terms
