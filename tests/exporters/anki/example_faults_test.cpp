#include "example_faults.hpp"

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters::anki;

namespace {

model::Concept named(const char* english, const char* korean, const char* abbreviation = "") {
  model::Concept term;
  term.english = english;
  term.korean = korean;
  if (*abbreviation != 0) term.abbreviations.emplace_back(abbreviation);
  return term;
}

}  // namespace

TEST_CASE("a gloss of another meaning makes an example doubtful", "[exporters]") {
  const model::Concept term = named("oil lamp", "기름 등", "OL");
  CHECK(is_glossed_as_other("(candle)을 켠다", term));
  CHECK(is_glossed_as_other(" (wax candle)을 켠다", term));
  CHECK(is_glossed_as_other("(lamp)을 켠다", term));
  CHECK_FALSE(is_glossed_as_other("(oil lamp)을 켠다", term));
  CHECK_FALSE(is_glossed_as_other("(Oil-Lamps)을 켠다", term));
  CHECK_FALSE(is_glossed_as_other("(Oil Lamp, OL)을 켠다", term));
  CHECK_FALSE(is_glossed_as_other("(OLs)을 켠다", term));
  CHECK_FALSE(is_glossed_as_other("(WICK)을 켠다", term));
  CHECK_FALSE(is_glossed_as_other("(WickLamp-3, TallowLamp)을 켠다", term));
  CHECK_FALSE(is_glossed_as_other("(밤에만)을 켠다", term));
  CHECK_FALSE(is_glossed_as_other("을 (candle) 켠다", term));
  CHECK_FALSE(is_glossed_as_other("(candle", term));
}

TEST_CASE("two terms told apart by what stands before a shared end are a pair", "[exporters]") {
  CHECK(are_pair(named("on-shore", "온쇼어"), named("off-shore", "오프쇼어")));
  CHECK(are_pair(named("forward beam", "앞빛"), named("reverse beam", "뒷줄기")));
  CHECK(are_pair(named("enlighter", "점등기"), named("delighter", "소등기")));
  CHECK(are_pair(named("lit learning", "켠 학습"), named("unlit learning", "끈 공부")));
  CHECK(are_pair(named("multi-lamp search", "가"), named("multi-flame search", "나")));
  CHECK(are_pair(named("wick", "앞쪽 심지"), named("thread", "뒤쪽 심지")));
  CHECK_FALSE(are_pair(named("lamp", "등"), named("oil lamp", "기름 등")));
  CHECK_FALSE(are_pair(named("lamp oil", "등유"), named("lamp wick", "심지")));
  CHECK_FALSE(are_pair(named("lamp", "등"), named("cave", "동굴")));
  CHECK_FALSE(are_pair(named("lamp", "등"), named("lamp", "등")));
}

TEST_CASE("a paper on another kind of the same thing shows no term", "[exporters]") {
  const model::Concept term = named("multi-step lighting", "다단계 점등", "MSL");
  CHECK(is_about_other_kind("Wick: Caves by Multi-stage Lighting", term));
  CHECK(is_about_other_kind("Gas Lightings Compared", term));
  CHECK_FALSE(is_about_other_kind("Multi-Step Lighting and Gas Lighting", term));
  CHECK_FALSE(is_about_other_kind("MSL: Gas Lighting in Steps", term));
  CHECK_FALSE(is_about_other_kind("Caves with Lighting", term));
  CHECK_FALSE(is_about_other_kind("Caves: Lighting", term));
  CHECK_FALSE(is_about_other_kind("Lighting in Caves", term));
  CHECK_FALSE(is_about_other_kind("Gas Lighting", named("lighting", "점등")));
}
