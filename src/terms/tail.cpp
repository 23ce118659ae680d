#include "tail.hpp"

#include <array>

#include "form_key.hpp"
#include "galpi/text/particles.hpp"

namespace galpi::terms {
namespace {

constexpr std::size_t syllable_bytes = 3;

/// A stem of a light verb as it begins, and the syllables with which an ending may go on from it.
/// What follows that syllable is not looked at, up to `ending_at_most` syllables.
struct Stem {
  std::string_view stem;
  std::string_view next;
  bool may_end = false;  ///< the stem alone is a form: 한, 된, 해
};

constexpr std::size_t ending_at_most = 7;

constexpr std::array<Stem, 34> stems = {{
    {"하", "는고여며면지기도게려였자거므더던느나니다세시십에되", false},
    {"한", "다데지채", true},
    {"할", "수지때뿐만", true},
    {"함", "을은이의도과에으", true},
    {"합", "니", false},
    {"해", "서야도주지진낸내본봄볼볼준줄줌왔온올오두둔나버낼", true},
    {"했", "다고으던는을지음기습더거었", false},
    {"되", "는고어며면지기도게려었자거므더던느나니다", false},
    {"된", "다데지채", true},
    {"될", "수지때뿐만", true},
    {"됨", "을은이의도과에으", true},
    {"됩", "니", false},
    {"돼", "서야도지있", true},
    {"됐", "다고으던는을지음기습더거", false},
    {"시키", "는고어며면지기도게려었자거므더던느나니다", false},
    {"시킨", "다데지채", true},
    {"시킬", "수지때뿐만", true},
    {"시킴", "을은이의도과에으", true},
    {"시킵", "니", false},
    {"시켜", "서야도주", true},
    {"시켰", "다고으던는을지음기습더거", false},
    {"받", "은는을아았고지기음으도게", false},
    {"당하", "는고여며면지기도게였거", false},
    {"당한", "다", true},
    {"당할", "수", true},
    {"당함", "을은이", true},
    {"당해", "서도", true},
    {"당했", "다고으던는을", false},
    {"없", "이는고어", false},
    {"없앤", "", true},
    {"있", "는고어던", false},
    {"있게", "", true},
    {"스러", "운워", false},
    {"스럽", "게고다", false},
}};

// 자, 원, 금 and the like are not here: they make persons and things of a term (학습자, 보상금).
constexpr std::array<std::string_view, 27> suffixes = {
    "화", "성", "적", "형", "률", "율", "별", "간", "용", "들", "기", "법", "층", "값",
    "량", "망", "당", "내", "외", "후", "전", "중", "시", "상", "등", "수", "식"};

// Nouns that are written onto nearly any term. Longer ones first where one begins another.
constexpr std::array<std::string_view, 40> heads = {
    "기반",     "모델링", "모델", "방식", "기법",   "방법론",     "방법",     "알고리즘",
    "메커니즘", "모듈",   "과정", "단계", "성능",   "데이터",     "네트워크", "함수",
    "작업",     "문제",   "분야", "연구", "시스템", "프레임워크", "기술",     "전략",
    "능력",     "결과",   "학습", "훈련", "계층",   "블록",       "구조",     "가중치",
    "오류",     "점수",   "비용", "속도", "공간",   "중심",       "관련",     "친화"};

bool starts_with_syllable(std::string_view text) {
  std::size_t offset = 0;
  return !text.empty() && read_symbol(text, offset).kind == SymbolClass::hangul;
}

/// The number of syllables `text` starts with, counted up to `most` + 1.
std::size_t leading_syllables(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  while (count <= most && starts_with_syllable(text)) {
    text.remove_prefix(syllable_bytes);
    ++count;
  }
  return count;
}

bool is_light_verb(std::string_view rest) {
  for (const Stem& stem : stems) {
    if (!rest.starts_with(stem.stem)) continue;
    const std::string_view after = rest.substr(stem.stem.size());
    if (!starts_with_syllable(after)) {
      if (stem.may_end) return true;
      continue;
    }
    const std::string_view syllable = after.substr(0, syllable_bytes);
    // Both are whole syllables of three bytes, so a hit is at a syllable's start.
    if (stem.next.contains(syllable) &&
        leading_syllables(after, ending_at_most) <= ending_at_most) {
      return true;
    }
  }
  return false;
}

Tail closed_tail(std::string_view rest) {
  if (!starts_with_syllable(rest)) return Tail::none;
  const std::size_t particle = text::particle_length(rest);
  if (particle != std::string_view::npos && particle > 0) return Tail::particle;
  return is_light_verb(rest) ? Tail::light_verb : Tail::refused;
}

/// The length of the suffix or generic noun that `rest` starts with, or 0.
std::size_t attached_noun(std::string_view rest) {
  for (const std::string_view head : heads) {
    if (rest.starts_with(head)) return head.size();
  }
  for (const std::string_view suffix : suffixes) {
    if (rest.starts_with(suffix)) return suffix.size();
  }
  return 0;
}

}  // namespace

Tail tail_after(std::string_view rest) {
  const Tail direct = closed_tail(rest);
  if (direct != Tail::refused) return direct;
  constexpr int attached_at_most = 3;  // 화 + 기법 + 들
  for (int i = 0; i < attached_at_most; ++i) {
    const std::size_t length = attached_noun(rest);
    if (length == 0) return Tail::refused;
    rest.remove_prefix(length);
    if (closed_tail(rest) != Tail::refused) return Tail::suffix;
  }
  return Tail::refused;
}

}  // namespace galpi::terms
