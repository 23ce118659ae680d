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
      {"최고 성능", "최적 ", "최적의 ", "가장 우수한 ", "가장 좋은 "});
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

}  // namespace galpi::exporters::anki
