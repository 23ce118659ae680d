#include "galpi/normalize/section_aliases.hpp"

#include <algorithm>
#include <array>

#include "alias_match.hpp"
#include "keys.hpp"
#include "name_key.hpp"

namespace galpi::normalize {
namespace {

using model::SectionKind;

/// `neutral` names say nothing by themselves, but may stand beside one that does: 한계 및 향후
/// 연구.
enum class Strength : std::uint8_t { exact, loose, neutral };

struct Row {
  SectionKind kind;
  Strength strength;
  std::string_view names;  ///< as key_of() gives them
};

constexpr Row rows[] = {
    {SectionKind::introduction, Strength::exact,
     "introduction intro 서론 소개 개요 도입 배경 연구배경 목표 연구목표 목적 연구목적 논문소개 "
     "논문개요 서문"},
    {SectionKind::introduction, Strength::loose,
     "overview background motivation motivations goal goals objective objectives purpose aim "
     "problem problemstatement problemdefinition researchgoal researchobjective contribution "
     "contributions 동기 연구동기 문제 문제정의 문제제기 문제의식 필요성 연구의목적 연구의목표 "
     "연구의배경 기여 "
     "연구기여 핵심기여 주요기여 공헌 도입부 들어가며 들어가는말 들어가기 머리말 소개글 연구소개"},
    {SectionKind::method, Strength::exact,
     "method methods methodology methodologies approach approaches proposedmethod proposedapproach "
     "방법 방법론 방법들 접근 접근법 접근방법 접근방식 제안방법 제안방법론 제안기법 제안방식 "
     "연구방법 연구방법론 기법 "
     "제안하는방법 제안하는방법론 제안하는기법"},
    {SectionKind::method, Strength::loose,
     "model models architecture modelarchitecture framework proposedframework proposedmodel "
     "algorithm algorithms design systemdesign implementation technique techniques "
     "technicalapproach methoddetails howitworks materialsandmethods 모델 모델구조 구조 아키텍처 "
     "아키텍쳐 "
     "모델아키텍처 제안모델 제안구조 제안시스템 프레임워크 제안프레임워크 알고리즘 설계 시스템설계 "
     "구현 핵심아이디어 "
     "핵심방법 핵심기법 제안 방식 작동방식 작동원리 동작원리 학습방법 방법설명"},
    {SectionKind::results, Strength::exact,
     "results result experiments experiment experimentalresults experimentresults evaluation "
     "evaluations 결과 실험 실험결과 평가 평가결과 연구결과 성능평가 성능 실험평가"},
    {SectionKind::results, Strength::loose,
     "findings keyfindings performance empiricalresults experimentalevaluation empiricalevaluation "
     "quantitativeresults resultsummary benchmarks experimentalsetup 주요결과 분석결과 결과분석 "
     "실험분석 "
     "성과 검증 실험검증 성능결과 성능비교 성능분석 주요성과 핵심결과 결과요약 실험설정 실험환경"},
    {SectionKind::limitations, Strength::exact,
     "limitations limitation limits 한계 한계점 제한점 제한사항 연구한계 연구의한계 연구의한계점"},
    {SectionKind::limitations, Strength::loose,
     "weakness weaknesses drawback drawbacks shortcomings caveats openproblems 제약 제약사항 "
     "제약점 단점 "
     "약점 아쉬운점 개선점 논문의한계 남은과제 남은문제"},
    {SectionKind::conclusion, Strength::exact,
     "conclusion conclusions concludingremarks 결론 결어"},
    {SectionKind::conclusion, Strength::loose,
     "summary takeaway takeaways keytakeaways closing closingremarks closingthoughts wrapup 맺음말 "
     "implication implications significance 마무리 마무리하며 마치며 맺으며 나가며 끝맺음 요약 "
     "요약정리 정리 시사점 "
     "총평 의의 연구의의"},
    {SectionKind::other, Strength::neutral,
     "futurework futureworks futuredirections futureresearch futureresearchdirections outlook "
     "discussion discussions analysis setup 향후연구 향후과제 향후방향 향후연구방향 향후계획 "
     "후속연구 미래연구 전망 논의 "
     "고찰 토의 토론 분석 설정"},
};

/// Headings that close a post: they name none of a paper's five sections for sure.
constexpr std::string_view closing_names =
    "references reference bibliography 참고문헌 참고자료 참고 출처 마무리 마무리하며 마치며 맺음말 "
    "맺으며 나가며 후기 "
    "총평 총정리 끝 끝으로 closing closingremarks closingthoughts wrapup epilogue appendix 부록 "
    "각주 "
    "footnotes notes 오늘의정리 한줄평 소감 느낀점 여담 links 관련링크";

/// What a name says of a section.
struct Sense {
  SectionKind kind;
  Strength strength;
};

template <class Visit>
constexpr void for_each_name(std::string_view names, Visit visit) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    visit(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

constexpr std::size_t count_names() {
  std::size_t count = 0;
  for (const Row& row : rows) for_each_name(row.names, [&](std::string_view) { ++count; });
  return count;
}

constexpr auto names = [] {
  std::array<NameTable<Sense, count_names()>::Row, count_names()> table{};
  std::size_t next = 0;
  for (const Row& row : rows) {
    for_each_name(row.names,
                  [&](std::string_view name) { table[next++] = {name, {row.kind, row.strength}}; });
  }
  return NameTable<Sense, count_names()>(table);
}();

/// Words that may come before a name without changing what it means.
constexpr std::string_view lead_words[] = {"our",    "the",      "main",     "key",    "overall",
                                           "논문의", "본논문의", "본연구의", "본논문", "본연구",
                                           "논문",   "연구의",   "주요",     "핵심",   "전체"};

const Sense* find_name(std::string_view name) {
  const NameKey whole(name);
  const std::string_view key = whole.view();
  if (const Sense* sense = names.find(key)) return sense;
  for (std::string_view lead : lead_words) {
    if (key.empty() || key[0] != lead[0] || !key.starts_with(lead)) continue;
    if (const Sense* sense = names.find(key.substr(lead.size()))) return sense;
  }
  return nullptr;
}

/// What several names of one heading say together: nothing when one is unknown or two disagree.
class Agreement {
 public:
  void add(const Sense* sense) {
    if (sense == nullptr) {
      broken_ = true;
    } else if (sense->strength != Strength::neutral) {
      if (found_ && found_->kind != sense->kind) broken_ = true;
      const bool exact = sense->strength == Strength::exact || (found_ && found_->exact);
      found_ = AliasMatch{sense->kind, exact};
    }
  }
  bool is_broken() const { return broken_; }
  std::optional<AliasMatch> result() const { return broken_ ? std::nullopt : found_; }

 private:
  std::optional<AliasMatch> found_;
  bool broken_ = false;
};

constexpr std::string_view conjunctions[] = {" and ", " And ", " & ", " 및 ", "와 ", "과 ", " + "};

/// Where each conjunction first stands in `piece`; npos where it does not. One pass: most pieces
/// are titles, in which there are many spaces and no conjunction.
std::array<std::size_t, std::size(conjunctions)> find_conjunctions(std::string_view piece) {
  std::array<std::size_t, std::size(conjunctions)> found;
  found.fill(std::string_view::npos);
  for (std::size_t i = 0; i + 3 <= piece.size(); ++i) {
    const char c = piece[i];
    if (c != ' ' && c != "와"[0] && c != "과"[0]) continue;
    for (std::size_t which = 0; which < found.size(); ++which) {
      const std::string_view word = conjunctions[which];
      const bool here =
          word[0] == c && word[1] == piece[i + 1] && piece.substr(i).starts_with(word);
      if (here && found[which] == std::string_view::npos) found[which] = i;
    }
  }
  return found;
}

/// One piece of a heading: a name, or names joined by a conjunction.
void add_piece(Agreement& agreement, std::string_view piece) {
  if (has_no_letters(piece)) return;
  if (const Sense* sense = find_name(piece)) return agreement.add(sense);
  const auto places = find_conjunctions(piece);
  for (std::size_t which = 0; which < places.size(); ++which) {
    const std::size_t at = places[which];
    if (at == std::string_view::npos) continue;
    const Sense* left = find_name(piece.substr(0, at));
    if (left == nullptr) continue;
    agreement.add(left);
    return add_piece(agreement, piece.substr(at + conjunctions[which].size()));
  }
  agreement.add(nullptr);
}

/// `1.`, `(2)`, `③`, `Ⅱ.`, `IV.`, `B.`, `제3장` and symbols before the words.
std::string_view without_numbering(std::string_view heading) {
  std::size_t i = 0;
  bool numbered = false;
  while (i < heading.size()) {
    std::size_t next = i;
    const char32_t c = text::next_code_point(heading, next);
    if (is_numeral(c)) {
      numbered = true;
    } else if (text::is_letter_or_digit(c)) {
      break;
    }
    i = next;
  }
  heading.remove_prefix(i);
  for (std::string_view unit : {"장", "절", "부"}) {
    if (numbered && heading.starts_with(unit))
      return without_numbering(heading.substr(unit.size()));
  }
  if (heading.starts_with("제") && heading.size() > 3 &&
      is_numeral(static_cast<unsigned char>(heading[3]))) {
    return without_numbering(heading.substr(3));
  }
  const std::size_t roman = heading.find_first_not_of("IVX");
  const bool roman_number = roman != std::string_view::npos && roman > 0 && heading[roman] == '.';
  const bool letter_number = heading.size() > 2 && heading[0] >= 'A' && heading[0] <= 'H' &&
                             heading[1] == '.' && heading[2] == ' ';
  if (roman_number) return without_numbering(heading.substr(roman + 1));
  return letter_number ? heading.substr(3) : heading;
}

struct Separator {
  std::size_t at;
  std::size_t length;
};

/// What stands between two names of one heading; the end of `text` when nothing does. A dash
/// separates only with a space beside it: Zero-shot is one word.
Separator find_separator(std::string_view text) {
  constexpr std::string_view ascii = "()[]/|:,;";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if (ascii.contains(text[i])) return {i, 1};
      if (text[i] != ' ') continue;
    } else if (byte != 0xEF && byte != 0xE3 && byte != 0xE2 && byte != 0xC2) {
      continue;  // Hangul, mostly
    }
    for (std::string_view wide : {"（", "）", "【", "】", "：", "·", "・", " - ", " – ", "—"}) {
      if (text.substr(i).starts_with(wide)) return {i, wide.size()};
    }
  }
  return {text.size(), 0};
}

/// Longer headings are sentences; the longest name with its translation is far below this.
constexpr std::size_t longest_heading = 160;

}  // namespace

std::optional<AliasMatch> match_alias(std::string_view heading) {
  if (heading.size() > longest_heading) return std::nullopt;
  std::string_view rest = without_numbering(heading);
  Agreement agreement;
  if (const Sense* whole = find_name(rest)) {
    agreement.add(whole);
    return agreement.result();
  }
  while (!rest.empty() && !agreement.is_broken()) {
    const Separator separator = find_separator(rest);
    add_piece(agreement, rest.substr(0, separator.at));
    rest.remove_prefix(separator.at + separator.length);
  }
  return agreement.result();
}

bool is_closing_heading(std::string_view heading) {
  constexpr std::size_t longest_closing = 48;  // with a number or a symbol before it
  if (heading.size() > longest_closing) return false;
  const NameKey key(without_numbering(heading));
  bool found = false;
  for_each_name(closing_names, [&](std::string_view name) { found = found || name == key.view(); });
  return found;
}

std::optional<SectionKind> section_kind_of(std::string_view heading) {
  const auto match = match_alias(heading);
  return match ? std::optional(match->kind) : std::nullopt;
}

}  // namespace galpi::normalize
