// Korean particles (조사): what may follow a noun, and which form agrees with the word before it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace galpi::text {

/// How the last pronounced sound of a word ends, which is what particles agree with.
enum class FinalSound : unsigned char {
  open,       ///< a vowel: 를, 는, 가, 와, 로
  rieul,      ///< ㄹ: 을, 은, 이, 과, but 로
  consonant,  ///< any other final consonant: 을, 은, 이, 과, 으로
  unknown,    ///< cannot be told from the spelling
};

/// The final sound of `word`: bracketed text, quotes, emphasis marks and closing punctuation at the
/// end are skipped; Hangul by its last syllable; acronyms by letter names (L, R = rieul; M, N =
/// consonant); digits in Sino-Korean, but in English reading right after a Latin letter or hyphen.
FinalSound final_sound(std::string_view word);

/// The length in bytes of the particle sequence (stacked particles such as 에서는, 로부터의, and
/// the copula 이다/인 included) at the start of `tail`, if what follows it is no Hangul; 0 if
/// `tail` starts with something that is not Hangul; npos if the Hangul at its start is no particle.
/// `tail` is the text right after a noun, up to any length.
std::size_t particle_length(std::string_view tail);

/// The form of the particle pair that agrees: pick_particle("모델", "을", "를") is "을".
/// With FinalSound::unknown the open form is taken.
std::string_view pick_particle(std::string_view word, std::string_view after_consonant,
                               std::string_view after_vowel);

}  // namespace galpi::text
