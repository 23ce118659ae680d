#include "metric_numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "galpi/text/utf8.hpp"
#include "names.hpp"

namespace galpi::exporters::anki {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// What may stand right behind a measured number.
constexpr auto units =
    std::to_array<std::string_view>({"%p", "%P", "%", "％", "퍼센트", "배", "점", "포인트"});

/// What turns a number into a count, a size, a date or a length of time.
constexpr auto counters = std::to_array<std::string_view>(
    {"년", "월", "일", "개",   "명",   "종",   "단계", "번",   "시간",  "초",   "분",
     "장", "만", "억", "천",   "백",   "건",   "회",   "차원", "층",    "비트", "가지",
     "쪽", "편", "쌍", "문항", "에폭", "스텝", "토큰", "샘플", "프레임"});

constexpr auto changes = std::to_array<std::string_view>(
    {"향상", "증가", "감소", "개선", "상승",   "하락", "절감", "단축", "빠르",
     "빠른", "높은", "낮은", "적은", "줄",     "우수", "높였", "낮췄", "능가",
     "저하", "가속", "빨라", "많은", "끌어올", "앞섰", "뒤졌"});

/// What makes a number the size of something used rather than of something reached.
constexpr auto sizes =
    std::to_array<std::string_view>({"큰 ", "작은 ", "긴 ", "더 큰", "에 해당", "의 데이터",
                                     "의 주석", "의 토큰", "만으로", "규모"});

/// What shortly behind a number makes it a condition: `12%의 표본만으로`, `4배 압축 시`.
constexpr auto conditions = std::to_array<std::string_view>(
    {"만으로", "만 사용", "만 활성화", "만 남", " 시 ", "예산", " 조건에서"});

/// Words before a number that make it somebody else's.
constexpr auto others =
    std::to_array<std::string_view>({"이전 ", "기존 ", "종전 ", "베이스라인", "기준선", "사람의 ",
                                     "사람이 ", "인간의 ", "인간 평균", "인간("});

constexpr auto korean_metrics = std::to_array<std::string_view>(
    {"정확도", "정밀도",    "재현율",    "성공률",         "승률",   "오류율",     "오차",
     "점수",   "처리량",    "지연",      "속도",           "비용",   "메모리",     "상관",
     "선호도", "일치율",    "통과율",    "해결률",         "품질",   "손실",       "유사도",
     "정답률", "환각률",    "완료율",    "추론 시간",      "효율",   "성능",       "가속",
     "빠르",   "빠른",      "빨라",      "당혹도",         "혼란도", "퍼플렉서티", "연산량",
     "사용량", "처리 시간", "학습 시간", "평균 의견 점수", "화질",   "정합도"});

constexpr auto latin_metrics = std::to_array<std::string_view>(
    {"f1",   "fid",  "psnr",  "ssim",       "lpips",  "bleu",      "rouge", "rouge-l",
     "map",  "miou", "iou",   "auc",        "auroc",  "wer",       "cer",   "mse",
     "rmse", "mae",  "acc",   "accuracy",   "pass",   "em",        "clip",  "score",
     "elo",  "fps",  "flops", "perplexity", "recall", "precision", "top",   "ndcg"});

bool starts_with_any(std::string_view text, auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

std::string_view without_space(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

/// The end of a number that begins at `start`: 1,234.5, or a range 20~40.
std::size_t number_end(std::string_view text, std::size_t start) {
  std::size_t end = start;
  const auto digit_at = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
  while (digit_at(end) ||
         (end < text.size() && std::string_view(".,~").contains(text[end]) && digit_at(end + 1))) {
    ++end;
  }
  return end;
}

/// Where the number begins whose unit, if it has one, ends at `end`; `end` when there is none.
std::size_t digits_before(std::string_view text, std::size_t end) {
  std::string_view before = text.substr(0, end);
  for (const std::string_view unit : {"%p", "%", "점", "배", "단계", "초", "개", "회", "스텝"}) {
    if (!before.ends_with(unit)) continue;
    before.remove_suffix(unit.size());
    break;
  }
  std::size_t start = before.size();
  while (start > 0 &&
         (is_digit(before[start - 1]) || before[start - 1] == '.' || before[start - 1] == ',')) {
    --start;
  }
  return start < before.size() ? start : end;
}

/// The Latin word that ends at `end`.
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t start = end;
  while (start > 0 && (is_latin(text[start - 1]) || is_digit(text[start - 1]) ||
                       text[start - 1] == '-' || text[start - 1] == '@')) {
    --start;
  }
  return text.substr(start, end - start);
}

/// `GPT 4.1`, `Qwen 2.5`: a Latin word and a number like a version behind it are one name. A
/// metric's word, a unit or a second decimal say that it is a value.
bool is_version(std::string_view text, std::size_t start, std::string_view number, bool has_unit) {
  if (has_unit || start < 2 || text[start - 1] != ' ') return false;
  const std::string_view word = word_before(text, start - 1);
  if (word.empty() || is_metric_word(word)) return false;
  const std::size_t point = number.find('.');
  return point == std::string_view::npos || number.size() - point <= 2;
}

/// Whether the number belongs to a name or a date: a letter, hyphen or bracket of one touches it.
bool is_attached(std::string_view text, std::size_t start, std::size_t end) {
  if (start > 0) {
    const char before = text[start - 1];
    if (is_latin(before) || std::string_view("-_.#@/:^=").contains(before)) return true;
    if (text.substr(0, start).ends_with("×") || text.substr(0, start).ends_with("±")) return true;
  }
  if (end >= text.size()) return false;
  constexpr std::string_view times = "×";  // 256×256 is a size, 4.8× a factor
  if (text.substr(end).starts_with(times)) {
    return end + times.size() < text.size() && is_digit(text[end + times.size()]);
  }
  const char after = text[end];
  if (after == 'x' || after == 'X') {
    return end + 1 < text.size() && (is_digit(text[end + 1]) || is_latin(text[end + 1]));
  }
  return is_latin(after) || std::string_view("-_/:^").contains(after);
}

/// Whether what stands shortly before says whose value it is: somebody else's.
bool is_of_others(std::string_view before) {
  constexpr std::size_t near = 36;  // bytes: a dozen syllables
  if (before.size() > near) before.remove_prefix(before.size() - near);
  // `기존 대비 12%` is ours, measured against theirs.
  if (before.contains("대비") || before.contains("보다")) return false;
  if (before.ends_with("최고 성능 ")) return true;
  return std::ranges::any_of(others, [&](std::string_view word) { return before.contains(word); });
}

/// `지연 0.8초`, `초당 45장`: lengths of time that were measured, and rates.
bool is_latency(std::string_view before, std::string_view rest) {
  constexpr std::size_t near = 24;  // bytes: eight syllables
  if (before.size() > near) before.remove_prefix(before.size() - near);
  if (before.contains("초당 ")) return true;
  const bool is_time =
      rest.starts_with("초") || rest.starts_with("ms") || rest.starts_with("밀리초");
  return is_time && (before.contains("지연") || before.contains("오차"));
}

/// `240에서 60으로 ` stands right before: whatever follows can be computed.
bool follows_change(std::string_view before) {
  if (!before.ends_with("로 ")) return false;
  const std::size_t from = before.rfind("에서 ");
  if (from == std::string_view::npos || from == 0 || !is_digit(before[from - 1])) return false;
  before.remove_prefix(from);
  return std::ranges::any_of(before, is_digit);
}

/// Whether a number, as what stands behind it says up to the next comma, is a condition.
bool is_condition(std::string_view rest) {
  constexpr std::size_t near = 60;  // bytes: a score of syllables
  rest = rest.substr(0, std::min({rest.find(','), near, rest.size()}));
  return std::ranges::any_of(conditions,
                             [&](std::string_view word) { return rest.contains(word); });
}

/// `88.5점`: a score, whatever it is called.
bool has_points(std::string_view sentence) {
  constexpr std::string_view points = "점";
  for (std::size_t at = sentence.find(points); at != std::string_view::npos;
       at = sentence.find(points, at + 1)) {
    if (at > 0 && is_digit(sentence[at - 1])) return true;
  }
  return false;
}

}  // namespace

std::vector<MetricNumber> find_metric_numbers(std::string_view sentence) {
  std::vector<MetricNumber> found;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (!is_digit(sentence[i])) continue;
    const std::size_t end = number_end(sentence, i);
    const std::string_view number = sentence.substr(i, end - i);
    std::string_view rest = sentence.substr(end);
    const bool attached = is_attached(sentence, i, end);
    const std::size_t start = i;
    i = end;
    if (attached) continue;
    const auto unit =
        std::ranges::find_if(units, [&](std::string_view word) { return rest.starts_with(word); });
    const bool has_unit = unit != units.end() || rest.starts_with('x') || rest.starts_with("×");
    const bool is_rate = is_latency(sentence.substr(0, start), rest);
    if (!has_unit && !is_rate &&
        (starts_with_any(without_space(rest), counters) || !number.contains('.'))) {
      continue;
    }
    if (is_version(sentence, start, number, has_unit)) continue;
    if (unit != units.end()) rest.remove_prefix(unit->size());
    MetricNumber metric;
    metric.range = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    metric.is_computable =
        follows_change(sentence.substr(0, start)) || follows_from_change(sentence, metric.range);
    metric.is_before = rest.starts_with("에서") || without_space(rest).starts_with("→") ||
                       is_of_others(sentence.substr(0, start));
    metric.is_size = starts_with_any(without_space(rest), sizes) || is_condition(rest);
    std::string_view soon = without_space(rest);
    soon = soon.substr(0, std::min<std::size_t>(soon.size(), 30));
    metric.is_change = has_unit && std::ranges::any_of(changes, [&](std::string_view word) {
                         return soon.contains(word);
                       });
    found.push_back(metric);
  }
  return found;
}

bool follows_from_change(std::string_view sentence, text::ByteRange number) {
  constexpr double tolerance = 0.025;  // numbers are rounded
  const auto value_at = [&](std::size_t start, std::size_t end) {
    std::string digits(sentence.substr(start, end - start));
    std::erase(digits, ',');
    return std::strtod(digits.c_str(), nullptr);
  };
  const double value = value_at(number.start, number.end);
  const auto is_near = [&](double other) {
    return std::isfinite(other) && std::abs(value - other) <= tolerance * std::abs(other);
  };
  constexpr std::string_view from = "에서 ";
  for (std::size_t at = sentence.find(from); at != std::string_view::npos;
       at = sentence.find(from, at + 1)) {
    const std::size_t start = digits_before(sentence, at);
    std::size_t next = at + from.size();
    for (const std::string_view word : {"단 ", "약 ", "최대 ", "평균 "}) {
      if (sentence.substr(next).starts_with(word)) next += word.size();
    }
    const std::size_t end = number_end(sentence, next);
    if (start == at || end == next || next == number.start || start == number.start) continue;
    const double before = value_at(start, at);
    const double after = value_at(next, end);
    const double percent = 100.0;
    if (is_near(before / after) || is_near(after / before) || is_near(std::abs(after - before)) ||
        is_near(percent * std::abs(1 - after / before))) {
      return true;
    }
  }
  return false;
}

bool is_metric_word(std::string_view word) {
  const std::string small = text::ascii_lower(word);
  return std::ranges::find(latin_metrics, small) != latin_metrics.end();
}

bool names_metric(std::string_view sentence) {
  // Rates of every kind: 압축률, 승인율.
  return sentence.contains("률") || sentence.contains("율") || has_points(sentence) ||
         std::ranges::any_of(korean_metrics,
                             [&](std::string_view word) { return sentence.contains(word); }) ||
         std::ranges::any_of(latin_metrics, [&](std::string_view word) {
           return word.size() > 2 && contains_name(sentence, word);
         });
}

}  // namespace galpi::exporters::anki
