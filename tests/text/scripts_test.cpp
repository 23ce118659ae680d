#include "galpi/text/scripts.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace galpi::text;

namespace {

std::vector<std::string> runs_of(const std::string& text) {
  std::vector<std::string> runs;
  for (const ByteRange& run : latin_runs(text)) {
    runs.push_back(text.substr(run.start, run.end - run.start));
  }
  return runs;
}

}  // namespace

TEST_CASE("runs of English are found whole inside Korean", "[text]") {
  using Runs = std::vector<std::string>;
  struct Row {
    const char* text;
    Runs runs;
  };
  const Row rows[] = {
      {"", {}},
      {"한국어만 있다.", {}},
      {"1,234개와 20~40%", {}},
      {"Low-Rank Adaptation (LoRA) v2.0", {"Low-Rank Adaptation (LoRA) v2.0"}},
      {"주의(attention)를", {"attention"}},
      {"대형 언어 모델(large language model, LLM)은", {"large language model, LLM"}},
      {"GPT-4와 Llama 3 모델", {"GPT-4", "Llama"}},
      {"A와 B", {"A", "B"}},
      {"3D 장면, 2.5-bit 양자화", {"3D", "2.5-bit"}},
      {"정확도 90 GPU 4", {"GPU"}},
      {"ResNet-101/152에서", {"ResNet-101"}},
      {"C++를", {"C"}},
      {"naïve Bayes를", {"naïve Bayes"}},
      {"Ångström과 ẞ", {"Ångström", "ẞ"}},
      {"Ａ와", {"Ａ"}},
      {"α-divergence", {"divergence"}},
      {"one\ntwo", {"one", "two"}},
      {"x…y", {"x", "y"}},
      {"E = mc^2이다", {"E = mc"}},
      {"top_5는", {"top_5"}},
      {"12월 Adam", {"Adam"}},
      {"a1가b2", {"a1", "b2"}},
      {"모델 A-1.5 (x) — y2, 3은", {"A-1.5 (x", "y2"}},
      {"Low-rank café models of naïve Bayes v2.-3+, 4",
       {"Low-rank café models of naïve Bayes v2.-3"}},
      {"abc, 5가 def", {"abc", "def"}},
      {"é\n1b\n", {"é", "1b"}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(runs_of(row.text) == row.runs);
  }
}

TEST_CASE("a Latin letter is found wherever it stands in Korean", "[text]") {
  for (const std::string letter : {"A", "z", "é", "ẞ", "ⁿ", "ꜧ", "Ａ"}) {
    std::string before;
    for (int i = 0; i < 24; ++i) {
      INFO(before + letter);
      CHECK(runs_of(before + letter + before + "—") == std::vector{letter});
      before += i % 5 == 3 ? "," : i % 5 == 4 ? "” " : "가";
    }
  }
}

TEST_CASE("every Latin letter is in exactly one run and no Hangul is in any", "[text]") {
  const std::string text = "가A나 b1. c-2 é, 3D(라) ＡＢ…z\nQ ⅷ ⁿ K 9x9 마";
  const auto runs = latin_runs(text);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = next_code_point(text, i);
    std::size_t holding = 0;
    for (const ByteRange& run : runs) holding += start >= run.start && i <= run.end ? 1 : 0;
    INFO(text.substr(start, i - start));
    if (is_latin_letter(c)) CHECK(holding == 1);
    if (is_hangul(c)) CHECK(holding == 0);
    CHECK(holding <= 1);
  }
}
