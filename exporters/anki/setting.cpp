#include "setting.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "asked_number.hpp"
#include "galpi/text/utf8.hpp"
#include "names.hpp"

namespace galpi::exporters::anki {
namespace {

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Kinds of things and parts of machines, which measure nothing.
constexpr auto generic_names = std::to_array<std::string_view>(
    {"CUDA", "GPU",  "GPUs",  "CPU", "TPU",  "API", "LLM",  "LLMs", "VLM",
     "VLMs", "MLLM", "MLLMs", "LMM", "LMMs", "LRM", "LRMs", "RAG",  "NLP",
     "OCR",  "RGB",  "FLOPs", "RAM", "SOTA", "NFE", "TTS",  "ASR",  "Transformer"});

/// A Latin word that names something: `ImageNet`, `GPT-4o`, `Cora`; `Adam` too, `top-5` not.
bool is_name(std::string_view word) {
  constexpr std::size_t least_name = 3;
  if (word.size() < least_name || is_metric_word(word)) return false;
  if (std::ranges::find(generic_names, word) != generic_names.end()) return false;
  const auto capitals = std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool has_digit = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
  return capitals >= 2 ||
         (capitals == 1 && (has_digit || word.contains('-') || word.size() > least_name));
}

/// `Lamp-3.2-7B`, `GPT-4o`: models are named by their families and sizes.
bool is_model_name(std::string_view word) {
  constexpr auto families = std::to_array<std::string_view>(
      {"gpt",     "llama",   "llava",    "qwen",     "gemini", "gemma",   "claude",
       "mistral", "mixtral", "deepseek", "phi-",     "bert",   "roberta", "t5",
       "clip",    "dino",    "flux",     "internvl", "smollm", "sdxl"});
  const std::string small = text::ascii_lower(word);
  const bool has_size = small.size() > 1 && small.ends_with('b') &&
                        small[small.size() - 2] >= '0' && small[small.size() - 2] <= '9';
  return has_size ||
         std::ranges::any_of(families, [&](auto family) { return small.starts_with(family); });
}

bool contains_any(std::string_view text, const auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.contains(word); });
}

/// Calls `take` with every Latin name in the text that is not the system's, and what stands behind
/// it.
void for_each_other_name(std::string_view text, std::string_view system, const auto& take) {
  const auto is_part = [](char c) { return is_alphanumeric(c) || c == '-'; };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_part(text[end])) ++end;
    const std::string_view word = text.substr(i, end - i);
    i = end + 1;
    const bool is_own =
        contains_name(system, word) || (!system.empty() && !find_name(system, word).empty());
    if (is_name(word) && !is_own) take(word, text.substr(end));
  }
}

/// `Lamp` alone may be any English word, which is no place for a difference.
bool says_other_name(std::string_view text, std::string_view system, bool is_coined) {
  bool found = false;
  for_each_other_name(text, system, [&](std::string_view word, std::string_view) {
    found = found || !is_coined || std::ranges::any_of(word.substr(1), [](char c) {
              return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            });
  });
  return found;
}

bool names_other(std::string_view text, std::string_view system) {
  return says_other_name(text, system, false);
}

/// The word that a text ends with, without the space behind it.
std::string_view last_word(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text.substr(text.rfind(' ') + 1);
}

void remove_word(std::string_view& text) {
  const std::size_t length = last_word(text).size();
  while (text.ends_with(' ')) text.remove_suffix(1);
  text.remove_suffix(length);
}

/// `세`, `12개`, `네 가지`: takes the number that a text ends with away, if there is one.
bool remove_count(std::string_view& text) {
  constexpr auto numerals = std::to_array<std::string_view>(
      {"두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "모든"});
  constexpr auto counters = std::to_array<std::string_view>({"개의", "가지", "종의", "개", "종"});
  std::string_view rest = text;
  while (rest.ends_with(' ')) rest.remove_suffix(1);
  for (const std::string_view counter : counters) {
    if (!rest.ends_with(counter)) continue;
    rest.remove_suffix(counter.size());
    break;
  }
  const std::string_view word = last_word(rest);
  const bool is_number =
      !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  if (!is_number && std::ranges::find(numerals, word) == numerals.end()) return false;
  remove_word(rest);
  text = rest;
  return true;
}

/// Whether what stands before a counted noun says of what kind the things are.
bool describes(std::string_view before) {
  constexpr auto fillers = std::to_array<std::string_view>(
      {"다른", "총", "서로", "주요", "대표적인", "표준", "전체", "이", "해당", "결과", "실험"});
  constexpr auto particles = std::to_array<std::string_view>(
      {"는", "은", "이", "가", "을", "를", "로", "며", "고", "여", "해", "도", ","});
  std::string_view word = last_word(before);
  while (!word.empty() && std::ranges::find(fillers, word) != fillers.end()) {
    remove_word(before);
    word = last_word(before);
  }
  return !word.empty() && !std::ranges::any_of(particles, [&](std::string_view particle) {
    return word.ends_with(particle);
  });
}

/// What says no more than that something was measured.
constexpr auto bare_metrics =
    std::to_array<std::string_view>({"성능", "평균 점수", "종합 점수", "전체 점수", "총점"});

bool says_bare_metric(std::string_view text) { return contains_any(text, bare_metrics); }

std::string without_bare_metrics(std::string_view text) {
  std::string rest(text);
  for (const std::string_view metric : bare_metrics) {
    for (std::size_t at = rest.find(metric); at != std::string::npos; at = rest.find(metric)) {
      rest.erase(at, metric.size());
    }
  }
  return rest;
}

}  // namespace

bool says_setting(std::string_view text, std::string_view system, std::string_view title,
                  bool is_change) {
  constexpr auto settings = std::to_array<std::string_view>(
      {"벤치마크", "데이터셋", "데이터 세트", "말뭉치", "코퍼스", "시험 집합", "검증 집합", "과제",
       "작업", "태스크", "실험", "시나리오", "문제", "조건", "번역", "환경에서", "설정에서"});
  if (contains_any(text, settings) || says_standard(text)) return true;
  const std::string small = text::ascii_lower(title);
  return small.contains("bench") || small.contains("dataset") ||
         says_other_name(text, system, is_change);
}

bool names_benchmark(std::string_view text, std::string_view system) {
  constexpr auto behinds = std::to_array<std::string_view>(
      {"에서", " 기준", " 벤치마크", " 데이터", " 과제", " 태스크", " 평가", " 256", " 512"});
  constexpr auto joints = std::to_array<std::string_view>({", ", "와 ", "과 ", " 및 ", " 등"});
  constexpr auto kinds = std::to_array<std::string_view>({"벤치마크", "데이터"});
  constexpr std::size_t near = 60;  // bytes: a score of syllables
  const auto starts_with_any = [](std::string_view behind, const auto& words) {
    return std::ranges::any_of(words, [&](auto word) { return behind.starts_with(word); });
  };
  bool found = false;
  for_each_other_name(text, system, [&](std::string_view word, std::string_view behind) {
    if (is_model_name(word)) return;
    found = found || is_name_of_data(word) || starts_with_any(behind, behinds) ||
            (starts_with_any(behind, joints) && contains_any(behind.substr(0, near), kinds));
  });
  return found;
}

bool is_bare_performance(std::string_view text, const MetricNumber& number) {
  constexpr std::size_t near = 60;  // bytes: a score of syllables
  std::string_view before = text.substr(0, number.range.start);
  if (before.size() > near) before.remove_prefix(before.size() - near);
  before.remove_prefix(std::min(before.size(), before.rfind(',') + 1));
  std::string_view behind = text.substr(number.range.end);
  std::size_t next = std::min(behind.find(','), behind.find_first_of("0123456789"));
  for (const std::string_view joint : {"하며", "되며", "으며", "하고 "}) {
    next = std::min(next, behind.find(joint));
  }
  behind = behind.substr(0, std::min({next, near, behind.size()}));
  const std::string beside = std::string(before) + " | " + std::string(behind);
  if (names_metric(without_bare_metrics(beside))) return false;
  // `A에서 52%, B에서 7%의 정확도 향상`: said once for both.
  return says_bare_metric(beside) || !names_metric(without_bare_metrics(text));
}

bool has_nameless_subject(std::string_view text) {
  constexpr auto superlatives = std::to_array<std::string_view>(
      {"최고 성능", "최적 ", "최적의 ", "가장 우수한 ", "가장 좋은 ", "최신 모델", "최첨단 모델"});
  constexpr auto things = std::to_array<std::string_view>(
      {"모델은 ", "모델이 ", "모델도 ", "모델들은 ", "모델들도 ", "모델의 ", "아키텍처가 ",
       "아키텍처는 ", "구조가 ", "구조는 ", "방법은 ", "방법이 ", "설정은 ", "설정이 ", "조합은 ",
       "조합이 ", "기법은 ", "기법이 "});
  for (const std::string_view superlative : superlatives) {
    for (std::size_t at = text.find(superlative); at != std::string_view::npos;
         at = text.find(superlative, at + 1)) {
      constexpr std::size_t near = 60;
      const std::string_view rest = text.substr(at, near);
      for (const std::string_view thing : things) {
        const std::size_t end = rest.find(thing);
        if (end == std::string_view::npos) continue;
        const bool has_name =
            std::ranges::any_of(rest.substr(0, end), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!has_name) return true;
      }
    }
  }
  return false;
}

bool says_part(std::string_view text, std::string_view system) {
  constexpr std::string_view place = "에서";
  for (std::size_t at = text.find(place); at != std::string_view::npos;
       at = text.find(place, at + 1)) {
    const std::string_view before = text.substr(0, at);
    const char last = before.empty() ? '%' : before.back();
    const bool is_value = last == '%' || (last >= '0' && last <= '9');
    if (!before.ends_with(system) && !is_value) return true;
  }
  return false;
}

bool counts_unnamed(std::string_view text, std::string_view system) {
  constexpr auto nouns =
      std::to_array<std::string_view>({"작업", "과제", "데이터셋", "벤치마크", "모델"});
  if (is_name_of_data(system) || names_other(text, system)) return false;
  for (const std::string_view noun : nouns) {
    for (std::size_t at = text.find(noun); at != std::string_view::npos;
         at = text.find(noun, at + 1)) {
      std::string_view behind = text.substr(at + noun.size());
      for (const std::string_view all : {" 모두", " 전부", " 전체"}) {
        if (behind.starts_with(all)) behind.remove_prefix(all.size());
      }
      std::string_view before = text.substr(0, at);
      if (!behind.starts_with("에서") || !before.ends_with(' ')) continue;
      if (remove_count(before) && !describes(before)) return true;
    }
  }
  return false;
}

bool lacks_ground(std::string_view text, std::string_view system) {
  return !text.contains("에서") && !text.contains("대비") && !names_other(text, system);
}

}  // namespace galpi::exporters::anki
