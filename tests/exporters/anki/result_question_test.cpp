#include "result_question.hpp"

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters::anki;

namespace {

constexpr ResultContext lamp = {"LAMP", "LAMP: Learning in the Dark"};
constexpr ResultContext untitled = {"", "Learning in the Dark"};

std::string slice(const std::string& text, text::ByteRange range) {
  return text.substr(range.start, range.end - range.start);
}

/// The front with its blank as `[answer]`, or the reason why there is none.
std::string front(const std::string& sentence, const ResultContext& context = lamp) {
  const auto asked = ask_result(sentence, context);
  if (!asked) return std::string(reason_of(asked.error()));
  std::string shown;
  for (const std::string_view name : asked->names) shown += std::string(name) + ": ";
  const Clause& clause = asked->clause;
  const text::ByteRange answer = asked->answer;
  std::uint32_t start = clause.range.start;
  if (asked->contrast) {
    shown += slice(sentence, {start, asked->contrast->start});
    start = asked->contrast->end;
  }
  return shown + slice(sentence, {start, answer.start}) + "[" + slice(sentence, answer) + "]" +
         slice(sentence, {answer.end, clause.range.end}) + clause.ending;
}

struct Row {
  const char* sentence;
  const char* front;
};

}  // namespace

TEST_CASE("a result is asked for by its number", "[exporters]") {
  const Row row = GENERATE(
      Row{"LAMP는 CaveBench에서 84.2%의 정확도를 얻었다.",
          "LAMP는 CaveBench에서 [84.2]%의 정확도를 얻었다."},
      Row{"CaveBench 정확도는 84.2%였다.", "LAMP: CaveBench 정확도는 [84.2]%였다."},
      Row{"LAMP는 동굴 과제에서 정확도를 71.4%에서 84.2%로 올렸다.",
          "LAMP는 동굴 과제에서 정확도를 71.4%에서 [84.2]%로 올렸다."},
      Row{"LAMP는 음정 정확도를 0.31에서 0.79까지 높였다.",
          "LAMP는 음정 정확도를 0.31에서 [0.79]까지 높였다."},
      Row{"LAMP는 기존 기법 대비 최대 4.5배 빠르다.", "LAMP는 기존 기법 대비 최대 [4.5]배 빠르다."},
      Row{"CaveBench에서 LAMP는 2.5배 가속과 FID 3.21을 얻었다.",
          "CaveBench에서 LAMP는 2.5배 가속과 FID [3.21]을 얻었다."},
      Row{"LAMP는 표본의 12%만으로 CaveBench 정확도 84.2%를 얻었다.",
          "LAMP는 표본의 12%만으로 CaveBench 정확도 [84.2]%를 얻었다."},
      Row{"사람의 점수가 91.5인 CaveBench에서 LAMP는 88.4점을 얻었다.",
          "사람의 점수가 91.5인 CaveBench에서 LAMP는 [88.4]점을 얻었다."},
      Row{"최고 성능의 모델도 CaveBench 정확도 47.6%에 그쳤다.",
          "LAMP: 최고 성능의 모델도 CaveBench 정확도 [47.6]%에 그쳤다."});
  CHECK(front(row.sentence) == row.front);
}

TEST_CASE("of a long sentence one clause is asked, and its subject comes along", "[exporters]") {
  const Row row =
      GENERATE(Row{"LAMP는 CaveBench 정확도 84.2%를 얻었으며, 어두운 밤에도 흔들림이 없었다.",
                   "LAMP는 CaveBench 정확도 [84.2]%를 얻었다."},
               Row{"LAMP는 두 과제에서 각각 앞섰으며, 특히 CaveBench에서 정확도 84.2%를 얻었다.",
                   "LAMP: CaveBench에서 정확도 [84.2]%를 얻었다."},
               Row{"제안한 DUSK는 두 과제에서 각각 앞섰고, CaveBench 정확도가 84.2%였다.",
                   "DUSK: CaveBench 정확도가 [84.2]%였다."});
  CHECK(front(row.sentence) == row.front);
}

TEST_CASE("a paper without a name is named by its title", "[exporters]") {
  CHECK(front("CaveBench 정확도는 84.2%였다.", untitled) ==
        "Learning in the Dark: CaveBench 정확도는 [84.2]%였다.");
  CHECK(front("CaveBench 정확도는 84.2%였다.", {"", "Lanterns: " + std::string(110, 'x')}) ==
        "Lanterns: CaveBench 정확도는 [84.2]%였다.");
  CHECK(front("CaveBench 정확도는 84.2%였다.", {"", std::string(200, 'x')}) ==
        reason_of(ResultRefusal::too_long));
  CHECK(front("CaveBench 정확도는 84.2%였다.", {"", "How 84.2 Was Reached"}) ==
        reason_of(ResultRefusal::told));
}

TEST_CASE("a later clause of a paper without a name has its subject named as well", "[exporters]") {
  CHECK(front("DUSK는 두 과제에서 각각 앞섰고, CaveBench에서 정확도 84.2%를 얻었다.", untitled) ==
        "Learning in the Dark: DUSK: CaveBench에서 정확도 [84.2]%를 얻었다.");
  CHECK(front("DUSK는 두 과제에서 각각 앞섰고, DUSK의 CaveBench 정확도는 84.2%였다.", untitled) ==
        "Learning in the Dark: DUSK의 CaveBench 정확도는 [84.2]%였다.");
}

TEST_CASE("the claim is asked for, not its bound, nor what the rest gives", "[exporters]") {
  const Row row = GENERATE(
      Row{"LAMP는 CaveBench에서 2.5배 가속과 3.0% 이하의 정확도 손실을 얻었다.",
          "LAMP는 CaveBench에서 [2.5]배 가속과 3.0% 이하의 정확도 손실을 얻었다."},
      Row{"LAMP는 CaveBench에서 단계를 240에서 60으로 줄여 4배 속도와 정확도 84.2%를 얻었다.",
          "LAMP는 CaveBench에서 단계를 240에서 60으로 줄여 4배 속도와 정확도 [84.2]%를 얻었다."},
      Row{"LAMP는 두 과제에서 각각 앞섰으며, 동굴에서는 정확도 84.2%로 기존 등보다 밝았다.",
          "LAMP: 동굴에서 정확도 [84.2]%로 기존 등보다 밝았다."},
      Row{"LAMP는 CaveBench에서 최대 12% 성능 향상을 얻었다.",
          "LAMP는 CaveBench에서 최대 [12]% 성능 향상을 얻었다."},
      Row{"LAMP는 동굴 과제에서 12%, 숲 과제에서 7%의 정확도 향상을 얻었다.",
          "LAMP는 동굴 과제에서 [12]%, 숲 과제에서 7%의 정확도 향상을 얻었다."});
  CHECK(front(row.sentence) == row.front);
}

TEST_CASE("a number that cannot be asked for is refused with the reason", "[exporters]") {
  struct Refused {
    const char* sentence;
    ResultRefusal refusal;
  };
  const Refused row = GENERATE(
      Refused{"LAMP는 CaveBench에서 가장 정확하였다.", ResultRefusal::no_number},
      Refused{"이 방법은 CaveBench 정확도 84.2%를 얻었다.", ResultRefusal::leans},
      Refused{"다만 CaveBench 정확도는 84.2%였다.", ResultRefusal::leans},
      Refused{"LAMP는 CaveBench에서 84.2%였다.", ResultRefusal::no_metric},
      Refused{"LAMP는 정확도 84.2%를 얻었다.", ResultRefusal::no_setting},
      Refused{"CaveBench 점수가 5.5점 뒤졌다.", ResultRefusal::no_setting},
      Refused{"LAMP는 CaveBench에서 오류를 20% 더 정확하게 찾는다.", ResultRefusal::no_setting},
      Refused{"LAMP는 다섯 개의 과제에서 최대 12% 성능 향상을 얻었다.", ResultRefusal::no_metric},
      Refused{"LAMP는 여러 과제에서 평균 점수가 1.2점 올랐다.", ResultRefusal::no_metric},
      Refused{"LAMP는 Lit-7B에서 최대 12% 성능 향상을 얻었다.", ResultRefusal::no_metric},
      Refused{"LAMP는 A 과제에서 12%, B 과제에서 7%의 성능 향상을 얻었다.",
              ResultRefusal::no_metric},
      Refused{"LAMP는 CaveBench에서 성능 격차를 12% 줄였다.", ResultRefusal::no_metric},
      Refused{"최적 구조가 기존 등 대비 정확도를 12% 높였다.", ResultRefusal::no_system},
      Refused{"GPU에서 메모리 사용량을 12% 줄였다.", ResultRefusal::no_setting},
      Refused{"CaveBench에서 오류율 3.0% 이하를 지켰다.", ResultRefusal::not_reached},
      Refused{"CaveBench에서 지연을 240에서 30으로 줄여 8배 빨라졌다.", ResultRefusal::not_reached},
      Refused{"CaveBench 정확도는 81.2%, 82.3%, 83.4%였다.", ResultRefusal::several},
      Refused{"CaveBench와 DuskBench에서 FID 3.12 및 4.07를 얻었다.", ResultRefusal::several},
      Refused{"CaveBench 정확도가 10~20% 올랐다.", ResultRefusal::not_reached},
      Refused{"CaveBench 성공률이 100%였다.", ResultRefusal::not_reached},
      Refused{"CaveBench에서 지연을 240에서 60으로 75% 줄였다.", ResultRefusal::not_reached},
      Refused{"CaveBench 정확도 84.2%는 DuskBench 정확도 84.2%와 같다.", ResultRefusal::told});
  const auto asked = ask_result(row.sentence, lamp);
  INFO(row.sentence);
  REQUIRE_FALSE(asked);
  CHECK(reason_of(asked.error()) == reason_of(row.refusal));
}

TEST_CASE("things that are counted are named or described", "[exporters]") {
  const auto is_refused = [](const char* sentence) {
    return front(sentence) == reason_of(ResultRefusal::no_setting);
  };
  CHECK(is_refused("LAMP는 세 작업 모두에서 오차율이 3.1%였다."));
  CHECK(is_refused("LAMP는 12개 데이터셋에서 정확도 84.2%를 얻었다."));
  CHECK(is_refused("서로 다른 네 가지 과제에서 정확도 84.2%를 얻었다."));
  CHECK_FALSE(is_refused("LAMP는 동굴 탐사 세 과제에서 정확도 84.2%를 얻었다."));
  CHECK_FALSE(is_refused("LAMP는 CaveBench 등 세 과제에서 정확도 84.2%를 얻었다."));
  CHECK_FALSE(is_refused("LAMP는 어두운 과제에서 정확도 84.2%를 얻었다."));
}

TEST_CASE("the best model without a name needs a place to be best at", "[exporters]") {
  constexpr ResultContext bench = {"LampBench", "LampBench: Lamps Compared"};
  const auto is_refused = [&](const char* sentence) {
    return front(sentence, bench) == reason_of(ResultRefusal::no_system);
  };
  CHECK(is_refused("실험 결과 최고 성능 모델이 84.2% 정확도를 보였다."));
  CHECK(is_refused("LampBench에서 최신 모델은 84.2% 정확도를 보였다."));
  CHECK_FALSE(is_refused("최고 성능 모델도 심지 찾기에서 84.2% 정확도를 보였다."));
  CHECK_FALSE(is_refused("최고 성능의 WICK 모델이 84.2% 정확도를 보였다."));
}

TEST_CASE("a later clause on a metric alone leans on the ones before", "[exporters]") {
  constexpr ResultContext bench = {"LampBench", "LampBench: Lamps Compared"};
  const std::string before = "LampBench는 동굴을 각각 밝혔으며, ";
  CHECK(front(before + "±2점 정확도는 84.2%였다.", bench) == reason_of(ResultRefusal::leans));
  CHECK(front(before + "동굴에서 정확도는 84.2%였다.", bench) ==
        "LampBench: 동굴에서 정확도는 [84.2]%였다.");
}

TEST_CASE("a clause of more than 120 characters is no front", "[exporters]") {
  std::string sentence = "LAMP는 ";
  for (int i = 0; i < 40; ++i) sentence += "어두운 ";
  sentence += "CaveBench에서 정확도 84.2%를 얻었다.";
  CHECK(front(sentence) == reason_of(ResultRefusal::too_long));
  // Its rest is short enough, but about something else.
  std::string other = "밤은 ";
  for (int i = 0; i < 40; ++i) other += "한없이 ";
  CHECK(front(other + "길었고, CaveBench에서 정확도 84.2%를 얻었다.") ==
        reason_of(ResultRefusal::leans));
  // But not when it says itself whose value the number is.
  CHECK(front(other + "길었고, CaveBench 정확도는 84.2%였다.") ==
        "LAMP: CaveBench 정확도는 [84.2]%였다.");
}
