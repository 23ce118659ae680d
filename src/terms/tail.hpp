// What may follow a noun inside its eojeol, so that the noun is still that noun: particles, light
// verbs, noun suffixes and the generic nouns that technical Korean writes onto a term.
#pragma once

#include <cstdint>
#include <string_view>

namespace galpi::terms {

enum class Tail : std::uint8_t {
  none,        ///< nothing: the eojeol ends here, or goes on in another script
  particle,    ///< 를, 에서는, 이다
  light_verb,  ///< 하는, 된, 시켜
  suffix,      ///< 화된, 들을, 기반의: the term is part of a longer word
  refused,     ///< other Hangul: this may be another word altogether
};

/// Judges `rest`, the text right after a noun.
Tail tail_after(std::string_view rest);

}  // namespace galpi::terms
