#include "galpi/text/particles.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "galpi/text/utf8.hpp"

namespace galpi::text {
namespace {

/// What a particle is decides what may follow it (한국어 조사 결합 순서).
enum Kind : std::uint16_t {
  plural = 1U << 0U,   ///< 들
  place = 1U << 1U,    ///< 에서, 에게, 으로, 로부터, …
  with = 1U << 2U,     ///< 와, 과, …
  degree = 1U << 3U,   ///< 보다, 처럼, …
  limit = 1U << 4U,    ///< 만, 까지, …
  last = 1U << 5U,     ///< 은, 를, 의, 이나, …: nothing follows
  copula = 1U << 6U,   ///< 이다, 인, 이며, …: nothing follows
  nominal = 1U << 7U,  ///< 임, 이기, 인지, …: a noun again
};

constexpr std::uint16_t any_kind = 0xFFFF & ~plural;

constexpr std::uint16_t followers_of(std::uint16_t kind) {
  switch (kind) {
    case plural:
      return any_kind;
    case place:
      return with | degree | limit | last | copula | nominal;
    case with:
      return degree | limit | last;
    case degree:
      return limit | last | copula | nominal;
    case limit:
      return place | with | degree | limit | last | copula | nominal;
    case nominal:
      return place | with | degree | limit | last;
    default:
      return 0;
  }
}

/// What must come before, where the particle has two forms. Checked inside a sequence only: the
/// sound of the noun is not known here, and authors do get it wrong.
enum class After : std::uint8_t { any, vowel, consonant, open_or_rieul, consonant_but_rieul };

struct Group {
  Kind kind;
  After after;
  std::u16string_view words;
};

// Light verbs (하다, 되다, …) are no particles: 하고 is left out for 학습하고, and so are endings
// that make nouns: 자 for 평가자, 기 for 분류기, 지 for 인지.
constexpr Group groups[] = {
    {plural, After::any, u"들"},
    {place, After::any, u"에 에서 에게 에게서 에게로 에로 에다 에다가 한테 한테서 께 께서"},
    {place, After::open_or_rieul, u"로 로서 로써 로부터"},
    {place, After::consonant_but_rieul, u"으로 으로서 으로써 으로부터"},
    {with, After::vowel, u"와 랑"},
    {with, After::consonant, u"과 이랑"},
    {degree, After::any, u"보다 처럼 만큼 대로 같이 마냥"},
    {limit, After::any, u"만 까지 부터 조차 마저 마다 뿐 밖에"},
    {last, After::any, u"도 의 이란 이라도 이나마 이든 이든지 이든가 이야말로 이라야 커녕 이나"},
    {last, After::vowel, u"는 가 를 란 라도 나마 든 든지 든가 야말로 라야 나 는커녕"},
    {last, After::consonant, u"은 이 을 이야 은커녕"},
    {copula, After::any,
     u"이다 이며 이고 이고도 이면 이지만 이므로 이라 이라는 이라면 이라서 이라며 이라든지 이라든가 "
     u"이라던가 이라지만 이거나 이니 이니까 이면서 이면서도 이더라도 이던 이자 이지 이라고만 "
     u"인 인데 인데도 인즉 인바 일 일수록 일지라도 일까 일뿐 입니다 입니다만 입니까 "
     u"이었다 이었고 이었으며 이었으나 이었던 이었는데 이었지만 이었을 이었으므로 이었으면 "
     u"이었습니다 이었다는 이었다고 이었다면 이었어도 이에요 이어서 이어야 이어야만 이어도"},
    {copula, After::vowel,
     u"다 며 고 면 지만 므로 라 라는 라면 라서 라며 라든지 라든가 라던가 라지만 거나 니까 면서 "
     u"면서도 더라도 던 였다 였고 였으며 였으나 였던 였는데 였지만 였을 였으므로 였으면 "
     u"였습니다 였다는 였다고 였다면 였어도 예요 여서 여야 여야만 여도"},
    {nominal, After::any,
     u"임 이기 인지 인가 일지 이라고 이라기 이었음 이었기 이었는지 이냐 이라는지"},
    {nominal, After::vowel, u"라고 라기 였음 였기 였는지 냐"},
};

struct Entry {
  std::u16string_view word;
  Kind kind;
  After after;
};

constexpr std::size_t count_words() {
  std::size_t count = 0;
  for (const Group& group : groups) {
    count += 1 + static_cast<std::size_t>(std::ranges::count(group.words, u' '));
  }
  return count;
}

/// All particles, sorted by their first syllable.
constexpr auto entries = [] {
  std::array<Entry, count_words()> all{};
  std::size_t used = 0;
  for (const Group& group : groups) {
    std::u16string_view rest = group.words;
    while (!rest.empty()) {
      const std::size_t length = std::min(rest.find(u' '), rest.size());
      all[used++] = {rest.substr(0, length), group.kind, group.after};
      rest.remove_prefix(std::min(length + 1, rest.size()));
    }
  }
  std::ranges::sort(all, {}, [](const Entry& entry) { return entry.word[0]; });
  return all;
}();

constexpr std::size_t most_syllables = 16;  // no sequence of particles is longer

bool agrees(After after, char16_t before) {
  const unsigned final = final_consonant(before);
  switch (after) {
    case After::any:
      return true;
    case After::vowel:
      return final == 0;
    case After::consonant:
      return final != 0;
    case After::open_or_rieul:
      return final == 0 || final == final_rieul;
    case After::consonant_but_rieul:
      return final != 0 && final != final_rieul;
  }
  return false;
}

/// Whether the syllables from `at` on are particles of `allowed` kinds to the very end.
bool accepts(std::u16string_view run, std::size_t at, std::uint16_t allowed) {
  const auto candidates = std::ranges::equal_range(
      entries, run[at], {}, [](const Entry& entry) { return entry.word[0]; });
  const std::u16string_view rest = run.substr(at);
  return std::ranges::any_of(candidates, [&](const Entry& entry) {
    if ((entry.kind & allowed) == 0 || !rest.starts_with(entry.word)) return false;
    if (at > 0 && !agrees(entry.after, run[at - 1])) return false;
    const std::size_t next = at + entry.word.size();
    return next == run.size() || accepts(run, next, followers_of(entry.kind));
  });
}

}  // namespace

std::size_t particle_length(std::string_view tail) {
  std::array<char16_t, most_syllables> syllables;
  std::size_t count = 0;
  std::size_t offset = 0;
  while (offset < tail.size()) {
    std::size_t next = offset;
    const char32_t c = next_code_point(tail, next);
    if (!is_hangul(c)) break;
    if (count == most_syllables || !is_hangul_syllable(c)) return std::string_view::npos;
    syllables[count++] = static_cast<char16_t>(c);
    offset = next;
  }
  if (count == 0) return 0;
  const std::u16string_view run(syllables.data(), count);
  return accepts(run, 0, plural | any_kind) ? offset : std::string_view::npos;
}

std::string_view pick_particle(std::string_view word, std::string_view after_consonant,
                               std::string_view after_vowel) {
  switch (final_sound(word)) {
    case FinalSound::consonant:
      return after_consonant;
    case FinalSound::rieul:
      // (으)로 and what is made of it take the open form after ㄹ.
      return after_vowel.starts_with("로") ? after_vowel : after_consonant;
    case FinalSound::open:
    case FinalSound::unknown:
      break;
  }
  return after_vowel;
}

}  // namespace galpi::text
