// How the last pronounced sound of a word ends (particles.hpp): Hangul by the syllable, everything
// else by how Korean reads it aloud.
#include <array>
#include <string_view>

#include "galpi/text/particles.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::text {
namespace {

constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }
constexpr bool is_lower(char32_t c) { return c >= U'a' && c <= U'z'; }
constexpr bool is_ascii_letter(char32_t c) { return is_upper(c) || is_lower(c); }
constexpr bool is_vowel(char c) { return std::string_view("aeiouy").contains(c); }

char32_t last_of(std::string_view word) {
  if (word.empty()) return 0;
  std::size_t offset = word.size();
  return previous_code_point(word, offset);
}

std::string_view without_last(std::string_view word) {
  std::size_t offset = word.size();
  previous_code_point(word, offset);
  return word.substr(0, offset);
}

/// `word` without the bracketed text at its end, or without its last bracket if none opens.
std::string_view without_bracketed(std::string_view word, char32_t open, char32_t close) {
  std::size_t depth = 0;
  for (std::string_view rest = word; !rest.empty();) {
    const char32_t c = last_of(rest);
    rest = without_last(rest);
    if (c == close) ++depth;
    if (c == open && --depth == 0) return rest;
  }
  return without_last(word);
}

/// Signs that are read aloud, unlike other punctuation.
FinalSound sound_of_sign(char32_t c) {
  switch (c) {
    case U'%':  // 퍼센트
    case U'+':  // 플러스
    case U'°':  // 도
    case U'℃':
    case U'∞':  // 무한대
      return FinalSound::open;
    case U'#':  // 샵
    case U'²':  // 제곱
    case U'³':
      return FinalSound::consonant;
    default:
      return FinalSound::unknown;
  }
}

/// Sets aside what is not pronounced at the end of a word.
std::string_view pronounced(std::string_view word) {
  while (!word.empty()) {
    const char32_t c = last_of(word);
    std::string_view shorter;
    switch (c) {
      case U')':
        shorter = without_bracketed(word, U'(', U')');
        break;
      case U']':
        shorter = without_bracketed(word, U'[', U']');
        break;
      case U'）':
        shorter = without_bracketed(word, U'（', U'）');
        break;
      default:
        if (sound_of_sign(c) != FinalSound::unknown || !(is_punctuation(c) || is_space(c))) {
          return word;
        }
        shorter = without_last(word);
    }
    // A word that is nothing but brackets is pronounced as what they hold.
    if (shorter.empty()) shorter = without_last(word);
    word = shorter;
  }
  return word;
}

FinalSound sound_of_letter_name(char32_t letter) {
  switch (letter | 0x20U) {
    case U'l':  // 엘
    case U'r':  // 알
      return FinalSound::rieul;
    case U'm':  // 엠
    case U'n':  // 엔
      return FinalSound::consonant;
    default:
      return FinalSound::open;
  }
}

/// 일 이 삼 …; zeros end a number as 십 백 천 만 억, or as 조.
FinalSound sound_of_number(std::string_view digits) {
  constexpr std::array sounds = {FinalSound::consonant, FinalSound::rieul, FinalSound::open,
                                 FinalSound::consonant, FinalSound::open,  FinalSound::open,
                                 FinalSound::consonant, FinalSound::rieul, FinalSound::rieul,
                                 FinalSound::open};
  const std::size_t zeros = digits.size() - (digits.find_last_not_of('0') + 1);
  if (zeros >= 12 && zeros < 16 && zeros < digits.size()) return FinalSound::open;  // 조
  return sounds[static_cast<std::size_t>(digits.back() - '0')];
}

/// 제로 원 투 쓰리 …
FinalSound sound_of_english_digit(char digit) {
  return std::string_view("179").contains(digit) ? FinalSound::consonant : FinalSound::open;
}

FinalSound sound_of_digits(std::string_view word) {
  std::size_t start = word.size();
  while (start > 0 && is_digit(static_cast<unsigned char>(word[start - 1]))) --start;
  const std::string_view before = word.substr(0, start);
  const bool english = is_latin_letter(last_of(before)) ||
                       (before.ends_with('-') && is_latin_letter(last_of(without_last(before))));
  if (english && word.size() - start == 1) return sound_of_english_digit(word.back());
  const bool decimal = before.ends_with('.') && before.size() > 1 &&
                       is_digit(static_cast<unsigned char>(before[before.size() - 2]));
  // After the point digits are read one by one, and a zero is 영.
  return sound_of_number(decimal ? word.substr(word.size() - 1) : word.substr(start));
}

/// Words that end in a mute e: scale 스케일, line 라인, frame 프레임, image 이미지.
FinalSound sound_before_mute_e(std::string_view stem) {
  if (stem.ends_with('l')) return FinalSound::rieul;
  const bool nasal = stem.ends_with('n') || stem.ends_with('m');
  return nasal && stem.size() > 2 && is_vowel(stem[stem.size() - 2]) ? FinalSound::consonant
                                                                     : FinalSound::open;
}

/// p, t, k, c, b close the syllable after one short vowel (chip 칩, net 넷, block 블록) and are
/// read with 으 after a consonant (prompt 프롬프트). After two vowels it may be either.
FinalSound sound_of_stop(std::string_view word) {
  std::string_view stem = word.substr(0, word.size() - 1);
  if (word.ends_with("ck")) stem.remove_suffix(1);
  if (stem.empty() || !is_vowel(stem.back())) return FinalSound::open;
  const bool two_vowels = stem.size() > 1 && is_vowel(stem[stem.size() - 2]);
  return two_vowels && !word.ends_with("out") ? FinalSound::unknown : FinalSound::consonant;
}

/// English words by how they are usually written in Hangul.
FinalSound sound_of_english_word(std::string_view word) {
  switch (word.back()) {
    case 'l':
      return FinalSound::rieul;
    case 'm':
    case 'n':
      return FinalSound::consonant;
    case 'g':
      return word.ends_with("ng") ? FinalSound::consonant : FinalSound::open;
    case 'e':
      return sound_before_mute_e(word.substr(0, word.size() - 1));
    case 'p':
    case 't':
    case 'k':
    case 'c':
    case 'b':
      return sound_of_stop(word);
    default:
      return FinalSound::open;
  }
}

FinalSound sound_of_latin(std::string_view word) {
  std::size_t start = word.size();
  while (start > 0 && is_ascii_letter(static_cast<unsigned char>(word[start - 1]))) --start;
  const std::string_view letters = word.substr(start);
  const auto last = static_cast<unsigned char>(letters.back());
  if (is_upper(last) || letters.size() == 1) return sound_of_letter_name(last);
  return sound_of_english_word(ascii_lower(letters));
}

FinalSound sound_of_hangul(char32_t c) {
  if (is_hangul_syllable(c)) {
    const std::uint32_t final = final_consonant(c);
    if (final == 0) return FinalSound::open;
    return final == final_rieul ? FinalSound::rieul : FinalSound::consonant;
  }
  if (c >= U'ㅏ' && c <= U'ㅣ') return FinalSound::open;
  if (c == U'ㄹ') return FinalSound::rieul;  // 리을
  return c >= U'ㄱ' && c <= U'ㅎ' ? FinalSound::consonant : FinalSound::unknown;
}

}  // namespace

FinalSound final_sound(std::string_view word) {
  word = pronounced(word);
  if (word.empty()) return FinalSound::unknown;
  const char32_t c = last_of(word);
  if (is_hangul(c)) return sound_of_hangul(c);
  if (is_digit(c)) return sound_of_digits(word);
  if (is_ascii_letter(c)) return sound_of_latin(word);
  if (c >= U'α' && c <= U'ω') {  // 엡실론, 입실론, 오미크론; all others end in a vowel
    return c == U'ε' || c == U'υ' || c == U'ο' ? FinalSound::consonant : FinalSound::open;
  }
  return sound_of_sign(c);
}

}  // namespace galpi::text
