#include "blank_context.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::anki;

namespace {

std::string refitted(const std::string& behind, const std::string& answer) {
  const auto change = particle_for(behind, answer);
  if (!change) return behind;
  return std::string(change->particle) + behind.substr(change->length);
}

}  // namespace

TEST_CASE("the particle behind a blank agrees with the answer", "[exporters]") {
  struct Row {
    const char* behind;
    const char* answer;
    const char* refitted;
  };
  const Row row =
      GENERATE(Row{"과 같다", "등대", "와 같다"}, Row{"를 켠다", "등불", "을 켠다"},
               Row{"로 본다", "등", "으로 본다"}, Row{"으로 본다", "등불", "로 본다"},
               Row{"이라는 말", "등대", "라는 말"}, Row{"는 밝다", "등", "은 밝다"},
               Row{"을 켠다", "등", "을 켠다"}, Row{"에서 본다", "등대", "에서 본다"},
               Row{" 기반", "등대", " 기반"}, Row{"된 등", "등대", "된 등"}, Row{"", "등대", ""});
  CHECK(refitted(row.behind, row.answer) == row.refitted);
}

TEST_CASE("what joins a sentence to the one before goes", "[exporters]") {
  CHECK(std::string("또한, 등은 밝다.").substr(joint_length("또한, 등은 밝다.")) == "등은 밝다.");
  CHECK(joint_length("한편 등은 밝다.") == std::string("한편 ").size());
  CHECK(joint_length("한편으로 밝다.") == 0);
  CHECK(joint_length("등은 밝다.") == 0);
}

TEST_CASE("a sentence that takes up the one before is seen", "[exporters]") {
  CHECK(takes_up("이 과정은 밝다."));
  CHECK(takes_up("이를 위해 등을 켠다."));
  CHECK(takes_up("이후 등을 끈다."));
  CHECK_FALSE(takes_up("이미지는 밝다."));
  CHECK_FALSE(takes_up("등은 밝다."));
}

TEST_CASE("a word that points at the blank is seen", "[exporters]") {
  CHECK(points_at_next("켜진 이 "));
  CHECK(points_at_next("해당 "));
  CHECK_FALSE(points_at_next("아이 "));
  CHECK_FALSE(points_at_next("밝은 "));
  CHECK_FALSE(points_at_next(""));
}

TEST_CASE("a number that counts a part of the name is seen", "[exporters]") {
  CHECK(counts_first_word("7개 ", "동굴 간 이동"));
  CHECK(counts_first_word("빛나는 세 가지 ", "동굴 간 이동"));
  CHECK_FALSE(counts_first_word("7개 ", "동굴"));
  CHECK_FALSE(counts_first_word("7개의 ", "동굴 간 이동"));
  CHECK_FALSE(counts_first_word("날개 ", "동굴 간 이동"));
}
