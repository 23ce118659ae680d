#include "goal_stretch.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::anki;

namespace {

std::string stretch(const std::string& sentence) {
  const GoalStretch goal = goal_stretch(sentence);
  return sentence.substr(goal.range.start, goal.range.end - goal.range.start) + goal.ending;
}

}  // namespace

TEST_CASE("a goal is said without saying that it is one", "[exporters]") {
  struct Row {
    const char* sentence;
    const char* goal;
  };
  const Row row = GENERATE(
      Row{"본 논문의 목표는 어둠을 밝히는 것이다.", "어둠을 밝힌다."},
      Row{"이 연구의 주요 목적은 등을 만드는 데 있다.", "등을 만든다."},
      Row{"본 연구는 빛을 얻는 것을 목표로 한다.", "빛을 얻는다."},
      Row{"목표는 LAMP를 제안하는 데 목적이 있다.", "LAMP를 제안한다."},
      Row{"본 논문에서는 밤길을 지키고자 한다.", "밤길을 지킨다."},
      Row{"어둠이 왜 있는 것이다.", "어둠이 왜 있다."},
      Row{"빛을 잃지 않는 것이다", "빛을 잃지 않는다."},
      Row{"본 논문은 LAMP를 제안한다.", "LAMP를 제안한다."}, Row{"등을 켠다.", "등을 켠다."},
      Row{"목표 없이 걷는다.", "목표 없이 걷는다."}, Row{"는 것이다.", "는 것이다."}, Row{"", ""});
  CHECK(stretch(row.sentence) == row.goal);
}

TEST_CASE("a goal that is too long is said more shortly", "[exporters]") {
  struct Row {
    const char* sentence;
    const char* shortest;
  };
  const Row row = GENERATE(
      Row{"본 논문은 어두운 동굴 속 깊은 곳까지 비추는 새로운 등인 LAMP를 제안하는 것이다.",
          "어두운 동굴 속 깊은 곳까지 비추는 새로운 등을 제안한다."},
      Row{"본 논문은 어두운 동굴 속 깊은 곳까지 비추는 새로운 기법 Lamp를 제안한다.",
          "어두운 동굴 속 깊은 곳까지 비추는 새로운 기법을 제안한다."},
      Row{"어두운 동굴 속 깊은 곳까지 비추는 새로운 도구인 Lit At Midnight(LAMP)를 제안한다.",
          "어두운 동굴 속 깊은 곳까지 비추는 새로운 도구를 제안한다."},
      Row{"동굴을 밝히기 위해 깊은 곳까지 비추는 새로운 등을 만들고 오래 켜 둔다.",
          "깊은 곳까지 비추는 새로운 등을 만들고 오래 켜 둔다."},
      Row{"아주 깊은 동굴의 끝까지 비추는 새로운 등을 제안하고, 그 값을 분석하는 것이다.",
          "아주 깊은 동굴의 끝까지 비추는 새로운 등을 제안한다."},
      Row{"어두운 동굴을 밝히기 위해 등을 제안한다.",  // what is left would say too little
          "어두운 동굴을 밝히기 위해 등을 제안한다."},
      Row{"깊은 동굴의 끝까지 비추는 LAMP를 제안한다.",  // a name without a noun says what it is
          "깊은 동굴의 끝까지 비추는 LAMP를 제안한다."},
      Row{"어두운 동굴을 밝히기 위해 Lit At Midnight (LAMP)라는 등을 제안한다.",
          "어두운 동굴을 밝히기 위해 Lit At Midnight (LAMP)라는 등을 제안한다."},
      Row{"깊은 동굴의 끝까지 비출 수 있도록 하는 것을 목표로 한다.",
          "깊은 동굴의 끝까지 비출 수 있도록 한다."},
      Row{"깊은 동굴의 끝까지 비출 수 있도록 한다.", "깊은 동굴의 끝까지 비출 수 있도록 한다."});
  const std::string sentence = row.sentence;
  const GoalStretch goal = goal_stretches(sentence, "LAMP").back();
  CHECK(sentence.substr(goal.range.start, goal.range.end - goal.range.start) + goal.ending ==
        row.shortest);
}
