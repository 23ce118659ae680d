#include "masked_goal.hpp"

#include <cstdint>

#include "galpi/model/post.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters::anki;

namespace {

/// The front without its markup, or why there is none.
std::string masked(const std::string& goal, const std::string& system) {
  model::Block block;
  block.text = goal;
  const auto made =
      mask_goal(block, {0, static_cast<std::uint32_t>(goal.size())}, system, parts_of_name(system));
  if (!made) return std::string(made.error());
  std::string text;
  bool in_tag = false;
  for (const char c : *made) {
    if (c == '<') {
      in_tag = true;
      if (!text.ends_with('_')) text += '_';
    }
    if (!in_tag) text += c;
    if (c == '>') in_tag = false;
  }
  return text;
}

}  // namespace

TEST_CASE("a coined name has parts", "[exporters]") {
  using Parts = std::vector<std::string>;
  CHECK(parts_of_name("LampLight-XL") == Parts{"Lamp", "Light"});
  CHECK(parts_of_name("LEDLight2") == Parts{"LED", "Light"});
  CHECK(parts_of_name("Dark Wick") == Parts{"Dark", "Wick"});
  CHECK(parts_of_name("CaveBench") == Parts{"Cave"});
  CHECK(parts_of_name("LampGPT") == Parts{"Lamp"});
  CHECK(parts_of_name("LAMP").empty());
}

TEST_CASE("the particle behind a blank fits the name and not what it stands for", "[exporters]") {
  const std::string before = "깊은 동굴에서도 오랫동안 꺼지지 않고 밝게 타오르는 새로운 등인 ";
  CHECK(masked(before + "Lasting Bulb(LB)을 제안한다.", "LB").ends_with("_를 제안한다."));
  CHECK(masked(before + "Lasting Wick(Loop)를 제안한다.", "Loop") ==
        "no particle is sure to fit its name");
  CHECK(masked(before + "Wick을 제안한다.", "Wick").ends_with("_을 제안한다."));
}

TEST_CASE("what stands before a name in brackets gives it away", "[exporters]") {
  const std::string before = "깊은 동굴에서도 오랫동안 꺼지지 않고 밝게 타오르는 ";
  CHECK(masked(before + "동굴 등 모형(CLM)을 개발한다.", "CLM") == "its goal gives the name away");
  CHECK(masked(before + "동굴 등 모형 CLM(새 등)을 개발한다.", "CLM").contains("모형 _"));
}

TEST_CASE("a part of the name goes with its bracket, or there is no card", "[exporters]") {
  const std::string behind = " 오랫동안 꺼지지 않고 타오르는 LampLight를 제안한다.";
  const std::string shown =
      masked("깊은 동굴에서도 심지(lamp wick)가 마르지 않으며" + behind, "LampLight");
  CHECK(shown.starts_with("깊은 동굴에서도 심지"));
  CHECK_FALSE(shown.contains("lamp"));
  CHECK(masked("깊은 동굴에서도 lamp 심지가 마르지 않으며" + behind, "LampLight") ==
        "its goal gives the name away");
  CHECK(masked("깊은 동굴에서도 심지(wick)가 마르지 않으며" + behind, "LampLight")
            .contains("(wick)"));
}
