#include "metric_numbers.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::anki;

namespace {

std::string numbers_of(const std::string& sentence) {
  std::string found;
  for (const MetricNumber& number : find_metric_numbers(sentence)) {
    found += (found.empty() ? "" : " ") +
             sentence.substr(number.range.start, number.range.end - number.range.start);
    if (number.is_before) found += "<";
    if (number.is_change) found += "+";
    if (number.is_size) found += "#";
    if (number.is_computable) found += "=";
  }
  return found;
}

}  // namespace

TEST_CASE("numbers that measure are told from those that name, count or date", "[exporters]") {
  struct Row {
    const char* sentence;
    const char* found;
  };
  const Row row = GENERATE(
      Row{"정확도 84.2%를 기록하였다.", "84.2"}, Row{"71.4%에서 78.9%로 올랐다.", "71.4< 78.9"},
      Row{"FID 2.70을 얻었다.", "2.70"}, Row{"2.3배 빠르다.", "2.3+"},
      Row{"3.1% 향상되었다.", "3.1+"}, Row{"기존 0.44를 넘었다.", "0.44<"},
      Row{"기존 대비 12%였다.", "12"}, Row{"10배 큰 모델", "10#"}, Row{"2025년에 7B 모델로", ""},
      Row{"GPT 4.1과 Qwen2.5로", ""}, Row{"256×256 그림과 1.5B 모델", ""},
      Row{"3.5시간과 12개", ""}, Row{"20~40%였다.", "20~40"}, Row{"MATH-500에서", ""},
      Row{"점수 0.87이다.", "0.87"}, Row{"표본 12%만으로도", "12#"},
      Row{"4.5배 압축 시 밝다.", "4.5#"}, Row{"±1.5점 안에", ""}, Row{"초당 45장을", "45"},
      Row{"지연 0.8초", "0.8"}, Row{"사람의 91.5를", "91.5<"},
      Row{"240에서 60으로 75% 줄였다.", "75+="}, Row{"조건 없는 생성에서 FID 3.17", "3.17"});
  CHECK(numbers_of(row.sentence) == row.found);
}

TEST_CASE("what follows from two numbers of the sentence is seen", "[exporters]") {
  struct Row {
    const char* sentence;
    bool follows;  ///< its last number
  };
  const Row row = GENERATE(
      Row{"단계를 256에서 32로 줄여 8배", true}, Row{"10%에서 12%로 늘려 20%", true},
      Row{"4.0초에서 약 1.0초로 줄여 75%", true}, Row{"1,000개에서 250개로 줄여 4.0배", true},
      Row{"정확도를 70에서 77로 올려 7점", true}, Row{"단계를 256에서 32로 줄여 5배", false},
      Row{"정확도를 71.4에서 84.2로", false}, Row{"동굴에서 32로 줄여 8배", false},
      Row{"10에서 0으로 줄여 8배", false});
  const std::string text = row.sentence;
  const std::size_t last = text.find_last_of("0123456789");
  const std::size_t start = text.find_last_not_of("0123456789.", last) + 1;
  INFO(text);
  CHECK(follows_from_change(text, {static_cast<std::uint32_t>(start),
                                   static_cast<std::uint32_t>(last + 1)}) == row.follows);
}

TEST_CASE("a sentence that names no metric is seen", "[exporters]") {
  CHECK(names_metric("정확도가 올랐다"));
  CHECK(names_metric("FID 기준으로"));
  CHECK(names_metric("88.5점을 얻어"));
  CHECK_FALSE(names_metric("그림이 예쁘다"));
}
