#include "metric_numbers.hpp"

#include <algorithm>
#include <array>

#include "galpi/text/utf8.hpp"
#include "names.hpp"

namespace galpi::exporters::anki {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// What may stand right behind a measured number.
constexpr std::array<std::string_view, 8> units = {"%p",     "%P", "%",  "％",
                                                   "퍼센트", "배", "점", "포인트"};

/// What turns a number into a count, a size, a date or a length of time.
constexpr std::array<std::string_view, 34> counters = {
    "년", "월",   "일",   "개",   "명",   "종",   "단계", "번", "시간", "초",    "분", "장",
    "만", "억",   "천",   "백",   "건",   "회",   "차원", "층", "비트", "가지",  "쪽", "편",
    "쌍", "문항", "에폭", "스텝", "토큰", "샘플", "차",   "인", "여",   "프레임"};

constexpr std::array<std::string_view, 12> changes = {
    "향상", "증가", "감소", "개선", "상승", "하락", "절감", "단축", "빠르", "빠른", "높은", "낮은"};

constexpr std::array<std::string_view, 27> korean_metrics = {
    "정확도", "정밀도", "재현율", "성공률", "승률",   "오류율", "오차",      "점수",   "처리량",
    "지연",   "속도",   "비용",   "메모리", "상관",   "선호도", "일치율",    "통과율", "해결률",
    "품질",   "손실",   "유사도", "정답률", "환각률", "완료율", "추론 시간", "효율",   "성능"};

constexpr std::array<std::string_view, 32> latin_metrics = {
    "f1",   "fid",  "psnr",  "ssim",       "lpips",  "bleu",      "rouge", "rouge-l",
    "map",  "miou", "iou",   "auc",        "auroc",  "wer",       "cer",   "mse",
    "rmse", "mae",  "acc",   "accuracy",   "pass",   "em",        "clip",  "score",
    "elo",  "fps",  "flops", "perplexity", "recall", "precision", "top",   "ndcg"};

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

/// Whether the number belongs to a name or a date: a letter, hyphen or bracket of one touches it.
bool is_attached(std::string_view text, std::size_t start, std::size_t end) {
  if (start > 0) {
    const char before = text[start - 1];
    if (is_latin(before) || std::string_view("-_.#@/:^=").contains(before)) return true;
    // `GPT 4.1`, `Qwen 2.5`: a Latin word and a number behind it are one name.
    if (before == ' ' && start > 1 && (is_latin(text[start - 2]))) return true;
  }
  if (end >= text.size()) return false;
  const char after = text[end];
  if (after == 'x' || after == 'X') {
    return end + 1 < text.size() && (is_digit(text[end + 1]) || is_latin(text[end + 1]));
  }
  return is_latin(after) || std::string_view("-_/:^").contains(after);
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
    if (!has_unit && (starts_with_any(without_space(rest), counters) || !number.contains('.'))) {
      continue;
    }
    if (unit != units.end()) rest.remove_prefix(unit->size());
    MetricNumber metric;
    metric.range = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    metric.is_before = rest.starts_with("에서") || without_space(rest).starts_with("→");
    std::string_view soon = without_space(rest);
    soon = soon.substr(0, std::min<std::size_t>(soon.size(), 30));
    metric.is_change =
        std::ranges::any_of(changes, [&](std::string_view word) { return soon.contains(word); });
    found.push_back(metric);
  }
  return found;
}

bool is_metric_word(std::string_view word) {
  const std::string small = text::ascii_lower(word);
  return std::ranges::find(latin_metrics, small) != latin_metrics.end();
}

bool names_metric(std::string_view sentence) {
  return std::ranges::any_of(korean_metrics,
                             [&](std::string_view word) { return sentence.contains(word); }) ||
         std::ranges::any_of(latin_metrics, [&](std::string_view word) {
           return word.size() > 2 && contains_name(sentence, word);
         });
}

}  // namespace galpi::exporters::anki
