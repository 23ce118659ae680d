#include "tail.hpp"

#include <algorithm>
#include <array>

#include "form_key.hpp"
#include "galpi/text/particles.hpp"

namespace galpi::terms {
namespace {

/// A stem of a light verb as it begins, and the syllables with which an ending may go on from it.
/// What follows that syllable is not looked at, up to `ending_at_most` syllables in all.
struct Stem {
  std::u16string_view stem;
  std::u16string_view next;
  bool may_end = false;  ///< the stem alone is a form: 한, 된, 해
};

constexpr std::size_t ending_at_most = 7;

constexpr std::array stems = std::to_array<Stem>({
    {u"하", u"는고여며면지기도게려였자거므더던느나니다세시십에되", false},
    {u"한", u"다데지채", true},
    {u"할", u"수지때뿐만", true},
    {u"함", u"을은이의도과에으", true},
    {u"합", u"니", false},
    {u"해", u"서야도주지진낸내본봄볼볼준줄줌왔온올오두둔나버낼", true},
    {u"했", u"다고으던는을지음기습더거었", false},
    {u"되", u"는고어며면지기도게려었자거므더던느나니다", false},
    {u"된", u"다데지채", true},
    {u"될", u"수지때뿐만", true},
    {u"됨", u"을은이의도과에으", true},
    {u"됩", u"니", false},
    {u"돼", u"서야도지있", true},
    {u"됐", u"다고으던는을지음기습더거", false},
    {u"시키", u"는고어며면지기도게려었자거므더던느나니다", false},
    {u"시킨", u"다데지채", true},
    {u"시킬", u"수지때뿐만", true},
    {u"시킴", u"을은이의도과에으", true},
    {u"시킵", u"니", false},
    {u"시켜", u"서야도주", true},
    {u"시켰", u"다고으던는을지음기습더거", false},
    {u"받", u"은는을아았고지기음으도게", false},
    {u"당하", u"는고여며면지기도게였거", false},
    {u"당한", u"다", true},
    {u"당할", u"수", true},
    {u"당함", u"을은이", true},
    {u"당해", u"서도", true},
    {u"당했", u"다고으던는을", false},
    {u"없", u"이는고어", false},
    {u"없앤", u"", true},
    {u"있", u"는고어던", false},
    {u"있게", u"", true},
    {u"스러", u"운워", false},
    {u"스럽", u"게고다", false},
});

// 자, 원, 금 and the like are not here: they make persons and things of a term (학습자, 보상금).
constexpr std::u16string_view suffixes =
    u"화성적형률율별간용들기법층값량망당내외후전중시상등수식력비";

// Nouns that are written onto nearly any term. Longer ones first where one begins another.
constexpr std::array heads = std::to_array<std::u16string_view>({
    u"기반",     u"모델링", u"모델", u"방식", u"기법",   u"방법론",     u"방법",     u"알고리즘",
    u"메커니즘", u"모듈",   u"과정", u"단계", u"성능",   u"데이터",     u"네트워크", u"함수",
    u"작업",     u"문제",   u"분야", u"연구", u"시스템", u"프레임워크", u"기술",     u"전략",
    u"능력",     u"결과",   u"학습", u"훈련", u"계층",   u"블록",       u"구조",     u"가중치",
    u"오류",     u"점수",   u"비용", u"속도", u"공간",   u"중심",       u"관련",     u"친화",
});

template <class Table, class Projection>
constexpr auto sorted_by_first(Table table, Projection projection) {
  // Insertion sort: stable, so longer heads stay before what they begin with.
  for (std::size_t i = 1; i < table.size(); ++i) {
    for (std::size_t j = i; j > 0 && projection(table[j])[0] < projection(table[j - 1])[0]; --j) {
      std::swap(table[j], table[j - 1]);
    }
  }
  return table;
}
constexpr auto stem_text = [](const Stem& stem) { return stem.stem; };
constexpr auto head_text = [](std::u16string_view head) { return head; };
constexpr auto first_of_stem = [](const Stem& stem) { return stem.stem[0]; };
constexpr auto first_of_head = [](std::u16string_view head) { return head[0]; };
constexpr auto sorted_stems = sorted_by_first(stems, stem_text);
constexpr auto sorted_heads = sorted_by_first(heads, head_text);

/// The Hangul that the rest of an eojeol starts with, as syllables.
class Run {
 public:
  explicit Run(std::string_view rest) : rest_(rest) {
    for (std::size_t offset = 0; offset < rest.size() && count_ < syllables_.size();) {
      const Symbol symbol = read_symbol(rest, offset);
      if (symbol.kind != SymbolClass::hangul) break;
      syllables_[count_++] = symbol.label;
    }
  }
  /// The syllables from `from` on; a longer run than any word that is judged here is cut.
  std::u16string_view from(std::size_t from) const {
    return std::u16string_view(syllables_.data(), count_).substr(from);
  }
  std::string_view bytes_from(std::size_t from) const { return rest_.substr(3 * from); }

 private:
  static constexpr std::size_t longest = 20;
  std::string_view rest_;
  std::array<char16_t, longest> syllables_;  // the first count_ are set
  std::size_t count_ = 0;
};

bool is_light_verb(std::u16string_view run) {
  const auto candidates = std::ranges::equal_range(sorted_stems, run[0], {}, first_of_stem);
  return std::ranges::any_of(candidates, [&](const Stem& stem) {
    if (!run.starts_with(stem.stem)) return false;
    const std::u16string_view ending = run.substr(stem.stem.size());
    if (ending.empty()) return stem.may_end;
    return ending.size() <= ending_at_most && stem.next.contains(ending[0]);
  });
}

Tail closed_tail(const Run& run, std::size_t from) {
  const std::u16string_view syllables = run.from(from);
  if (syllables.empty()) return Tail::none;
  if (text::particle_length(run.bytes_from(from)) != std::string_view::npos) return Tail::particle;
  return is_light_verb(syllables) ? Tail::light_verb : Tail::refused;
}

/// The number of syllables of the generic noun or suffix that `run` starts with, or 0.
std::size_t attached_noun(std::u16string_view run) {
  if (run.empty()) return 0;
  for (const std::u16string_view head :
       std::ranges::equal_range(sorted_heads, run[0], {}, first_of_head)) {
    if (run.starts_with(head)) return head.size();
  }
  return suffixes.contains(run[0]) ? 1 : 0;
}

}  // namespace

Tail tail_after(std::string_view rest) {
  const Run run(rest);
  const Tail direct = closed_tail(run, 0);
  if (direct != Tail::refused) return direct;
  constexpr int attached_at_most = 3;  // 화 + 기법 + 들
  std::size_t from = 0;
  for (int i = 0; i < attached_at_most; ++i) {
    const std::size_t length = attached_noun(run.from(from));
    if (length == 0) return Tail::refused;
    from += length;
    if (closed_tail(run, from) != Tail::refused) return Tail::suffix;
  }
  return Tail::refused;
}

}  // namespace galpi::terms
