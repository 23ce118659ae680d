// What stands around a blank in an example sentence: it must neither point at what is left out nor
// fit only another name of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {

/// The length of what only joins a sentence to the one before: `또한, `.
std::size_t joint_length(std::string_view sentence);

/// Whether a sentence takes up the one before: `이 과정은`, `이를 위해`, `이후`.
bool takes_up(std::string_view sentence);

/// Whether the text before a name points at it: `이 `, `해당 `.
bool points_at_next(std::string_view before);

/// Whether a number before a name counts the name's first word and not the whole: `7개 섬 간
/// 이동`.
bool counts_first_word(std::string_view before, std::string_view name);

/// A particle that does not agree with the answer, and what does.
struct ParticleChange {
  std::size_t length = 0;  ///< bytes of the one to replace
  std::string_view particle;
};

/// What the particle at the start of `behind` must become behind `answer`; nothing if it agrees.
std::optional<ParticleChange> particle_for(std::string_view behind, std::string_view answer);

}  // namespace galpi::exporters::anki
