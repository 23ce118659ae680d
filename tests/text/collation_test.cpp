#include "galpi/text/collation.hpp"

#include <clocale>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace galpi::text;

TEST_CASE("entries sort as in a Korean dictionary, whatever the locale", "[text]") {
  const std::vector<std::string> sorted = {"1단계",       "3차원",
                                           "ㄱ",          "가",
                                           "가공",        "가 나",
                                           "각",          "갈피",
                                           "강건성",      "강화 모델",
                                           "“강화 학습”", "강화학습기",
                                           "까치",        "나",
                                           "다항",        "대형 언어 모델",
                                           "라",          "주목",
                                           "주의",        "지도 학습",
                                           "힘",          "Adam",
                                           "attention",   "Attention",
                                           "BERT",        "large language model",
                                           "LLM",         "zero-shot"};
  const KoreanCollator collator;
  for (const char* locale : {"C", "tr_TR.UTF-8"}) {
    std::setlocale(LC_ALL, locale);  // NOLINT
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      INFO(sorted[i - 1] << " < " << sorted[i]);
      CHECK(collator.sort_key(sorted[i - 1]) < collator.sort_key(sorted[i]));
    }
  }
  std::setlocale(LC_ALL, "C");  // NOLINT
}

TEST_CASE("sort keys of long text are whole", "[text]") {
  const KoreanCollator collator;
  std::string one;
  for (int i = 0; i < 1000; ++i) one += "é가Z";
  CHECK(collator.sort_key(one + "가") < collator.sort_key(one + "나"));
  CHECK(collator.sort_key(one) < collator.sort_key(one + "가"));
  CHECK(collator.sort_key("").size() < 4);
}

TEST_CASE("an index groups its entries under the letters a Korean reader looks for", "[text]") {
  struct Row {
    const char* text;
    const char* head;
  };
  const Row rows[] = {
      {"가중치", "ㄱ"}, {"까치", "ㄱ"},  {"나", "ㄴ"},       {"따", "ㄷ"},  {"라", "ㄹ"},
      {"뿌리", "ㅂ"},   {"쓰기", "ㅅ"},  {"어텐션", "ㅇ"},   {"짝", "ㅈ"},  {"차", "ㅊ"},
      {"힣", "ㅎ"},     {"ㄲ", "ㄱ"},    {"ㄳ", "ㄱ"},       {"ㅄ", "ㅂ"},  {"ㅆ", "ㅅ"},
      {"ㅎ", "ㅎ"},     {"ㅏ", "#"},     {"attention", "A"}, {"Zero", "Z"}, {"Élan", "E"},
      {"Ｂ", "B"},      {"Øre", "O"},    {"3D", "#"},        {"", "#"},     {"零", "#"},
      {"(가)", "ㄱ"},   {" “나”", "ㄴ"}, {"--", "#"},        {"+가", "#"},  {"α", "#"},
      {"😀", "#"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(index_head(row.text) == row.head);
  }
}
