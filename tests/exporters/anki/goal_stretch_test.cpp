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
