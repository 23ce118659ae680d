#include "sentences.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::anki;

TEST_CASE("a sentence that points around itself is seen", "[exporters]") {
  CHECK(leans("이 등은 밝다."));
  CHECK(leans("등불에서 이를 보았다."));
  CHECK(leans("다만 밤에는 어둡다."));
  CHECK(leans("위의 등은 밝다."));
  CHECK_FALSE(leans("책상 위의 등은 밝다."));
  CHECK_FALSE(leans("아이 둘이 등을 켰다."));
  CHECK_FALSE(leans(""));
}

TEST_CASE("a sentence that breaks off is not whole", "[exporters]") {
  CHECK(is_whole("등을 켰다."));
  CHECK(is_whole("등을 켬을 확인함"));
  CHECK_FALSE(is_whole("등을 켜고..."));
  CHECK_FALSE(is_whole("등을"));
}
