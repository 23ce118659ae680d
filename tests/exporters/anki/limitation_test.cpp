#include "limitation.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::anki;

namespace {

std::string answer(const std::string& sentence) {
  const auto stretch = limitation_stretch(sentence, 30);
  if (!stretch) return std::string(stretch.error());
  return sentence.substr(stretch->start, stretch->end - stretch->start);
}

}  // namespace

TEST_CASE("a limitation is asked for when it is one and says what", "[exporters]") {
  struct Row {
    const char* sentence;
    const char* answer;
  };
  const Row row = GENERATE(
      Row{"기름이 많이 들어 오래 켜지 못한다.", "기름이 많이 들어 오래 켜지 못한다."},
      Row{"본 연구는 기름이 많이 들어 동굴 밖에서는 오래 켜지 못한다.",
          "기름이 많이 들어 동굴 밖에서는 오래 켜지 못한다."},
      Row{"심지(불이 붙는 실로 꼬아 만든 것)가 쉽게 타는 단점이 있다.",
          "심지(불이 붙는 실로 꼬아 만든 것)가 쉽게 타는 단점이 있다."},
      Row{"일부 동굴에서 여전히 개선 여지가 있다.", "its limitation does not say what or why"},
      Row{"바람으로 인해 일부 동굴에서 한계가 있다.", "바람으로 인해 일부 동굴에서 한계가 있다."},
      Row{"얼음 동굴과 같은 일부 동굴에서 한계가 있다.",
          "얼음 동굴과 같은 일부 동굴에서 한계가 있다."},
      Row{"등을 켜는 일은 현재 진행형이다.", "its limitation does not say what or why"},
      Row{"비싸며, 무겁고, 쉽게 깨진다.", "its limitation is several"},
      Row{"한계는 구체적으로 기술하지 않았다.", "its digest says that it states none"},
      Row{"정보 부족.", "its digest says that it states none"},
      Row{"이 등은 무겁다.", "its limitation cannot be understood without the text around it"},
      Row{"등이 무겁고…", "its limitation breaks off"},
      Row{"아주 먼 동굴의 가장 깊은 곳에서는 등이 자꾸만 꺼진다.", "its limitation is too long"});
  CHECK(answer(row.sentence) == row.answer);
}

TEST_CASE("whom a limitation is about is seen", "[exporters]") {
  CHECK(latin_topic("LAMP는 어둡다.") == "LAMP");
  CHECK(latin_topic("동굴에서 LAMP-2가 어둡다.") == "LAMP-2");
  CHECK(latin_topic("LAMP 기반 등은 어둡다.").empty());
  CHECK(latin_topic("Lamp는 어둡다.").empty());
  CHECK(latin_topic("등은 어둡다.").empty());
}

TEST_CASE("brackets are read and not counted", "[exporters]") {
  CHECK(length_outside_brackets("등(LAMP)을") == 2);
  CHECK(length_outside_brackets("등(") == 2);
}
