#include "normalize/system_name.hpp"

#include "raw_builder.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

std::string name_of(const char* title, const char* text) {
  model::Paper paper;
  paper.title = title;
  paper.sections.resize(1);
  paper.sections[0].blocks = {test::raw_block(text)};
  return normalize::system_name_of(paper).value_or("-");
}

}  // namespace

TEST_CASE("the name before a title's colon is the paper's own when it looks like one",
          "[normalize]") {
  struct Row {
    const char* title;
    const char* text;
    const char* name;
  };
  const Row rows[] = {
      {"GEARNET: Counting Gears", "글", "GEARNET"},
      {"GearNet: Counting Gears", "글", "GearNet"},
      {"GearNet:Counting Gears", "글", "GearNet"},
      {"GearNet:", "글", "-"},
      {"Gear-2: Counting Gears", "글", "Gear-2"},
      {"Gearo: Counting Gears", "Gearo는 빠르다.", "Gearo"},
      {"Gearo: Counting Gears", "빠르다.", "-"},
      {"Gear Counting+: Counting Gears", "Gear Counting+ 기법은 빠르다.", "Gear Counting+"},
      {"Gear Counting: Counting Gears", "빠르다.", "-"},
      {"Rapid Gear Counting (RGC): A Study", "빠르다.", "RGC"},
      {"GearNet Technical Report: Counting", "글", "GearNet"},
      {"The Gear Trap: Counting Gears", "The Gear Trap", "-"},
      {"Counting Gears and Levers: A Study", "글", "-"},
      {"Counting: A Study", "Counting", "-"},
      {"LLM: A Survey", "LLM은 크다.", "-"},
      {"LLM Agents: A Survey", "LLM Agents", "-"},
      {"Why GearNet: A Study", "글", "-"},
      {"Counting Gears Fast", "글", "-"},
      {"Gear R-CNN", "Gear R-CNN은 빠르다.", "Gear R-CNN"},
      {"Gear R-CNN", "빠르다.", "-"},
      {"Gear-Lever Counting", "Gear-Lever Counting", "-"},
      {"톱니: A Study", "톱니", "-"},
      {": A Study", "글", "-"},
      {"", "글", "-"},
  };
  for (const Row& row : rows) {
    INFO(row.title);
    CHECK(name_of(row.title, row.text) == row.name);
  }
}

TEST_CASE("a name that the text proposes and uses is the paper's own", "[normalize]") {
  struct Row {
    const char* text;
    const char* name;
  };
  const Row rows[] = {
      {"본 연구는 GearNet을 제안한다. GearNet은 빠르다.", "GearNet"},
      {"새로운 GearNet(Gear Network) 프레임워크를 제안하였다. GearNet은 빠르다.", "GearNet"},
      {"GearNet이라는 모델을 새롭게 제안한다. GearNet은 빠르다.", "GearNet"},
      {"GearBench 벤치마크를 구축하였다. GearBench는 어렵다.", "GearBench"},
      {"본 연구는 GearNet을 제안한다.", "-"},
      {"기존의 GearNet을 개선한다. GearNet은 빠르다.", "-"},
      {"LoRA를 제안한다. LoRA는 작다.", "-"},
      {"BiLSTM 모델을 제시한다. BiLSTM은 작다.", "-"},
      {"속도를 제안한다. 속도는 빠르다.", "-"},
      {"GearNet 위에 새 방법을 제안한다. GearNet은 빠르다.", "-"},
      {"iGear를 제안한다. iGear는 12.5% 빠르다.", "iGear"},
      {"gear+를 제안한다. gear+", "gear+"},
      {"3단계로 된 x-gEAR-2를 제안한다. x-gEAR-2는 3배 빠르다.", "x-gEAR-2"},
      {"gear를 제안한다. gear는 빠르다.", "-"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(name_of("Counting Gears", row.text) == row.name);
  }
}

TEST_CASE("a name is the paper's own however the text introduces it", "[normalize]") {
  struct Row {
    const char* text;
    const char* name;
  };
  const Row rows[] = {
      {"톱니 계수망(GearNet)을 제안한다. GearNet은 빠르다.", "GearNet"},
      {"톱니 계수망(Gear Network, GN)을 제안한다. GN은 빠르다.", "GN"},
      {"톱니 계수(GearNet) 전략을 새롭게 설계한다. GearNet은 빠르다.", "GearNet"},
      {"‘GeaR’ 기법을 제안한다. GeaR는 빠르다.", "GeaR"},
      {"GearNet 모델과 빠른 손실을 제안한다. GearNet은 빠르다.", "GearNet"},
      {"GearNet이라는 빠르고 작은, 새로운 계수망을 제안한다. GearNet은 빠르다.", "GearNet"},
      {"제안된 GearNet은 빠르다. GearNet은 작다.", "GearNet"},
      // Who is called something is meant before who is only proposed beside it.
      {"Gearo라는 계수망과 자료 GearQA를 제안한다. Gearo는 GearQA에서 빠르다.", "Gearo"},
      {"GearQA 데이터셋을 구축한다. GearNet을 제안한다. GearQA에서 GearNet은 빠르다.", "GearNet"},
      {"GearQA 데이터셋을 구축한다. 제안한 GearNet은 빠르다. GearQA에서 GearNet은", "GearNet"},
      {"Gear-20K와 GearNet을 제안한다. GearNet은 Gear-20K에서 빠르다.", "GearNet"},
      {"Gearo라는 말은 낯설다. Gearo는 기어다.", "-"},
      {"GearNet을 활용하여 방법을 제안한다. GearNet은 빠르다.", "-"},
      {"GearNet과 비교하여 새 방법을 제안한다. GearNet은 빠르다.", "-"},
      {"GearNet과 LeverNet을 제안한다. GearNet은 빠르다.", "-"},
      {"GearNet과 LeverNet 두 가지 방법을 제안한다. GearNet은 빠르다.", "-"},
      {"GearNet(닫히지 않음을 제안한다. GearNet은 빠르다.", "-"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(name_of("Counting Gears", row.text) == row.name);
  }
}

TEST_CASE("a data set is the paper's own name where the goal is one", "[normalize]") {
  model::Paper paper;
  paper.title = "Counting Gears";
  paper.sections.resize(1);
  model::Block goal = test::raw_block("톱니를 세는 벤치마크를 만든다.");
  goal.label = "goal";
  const model::Block rest =
      test::raw_block("GearQA를 구축한다. 제안한 GearNet은 빠르다. GearQA에서 GearNet은 작다.");
  paper.sections[0].blocks = {goal, rest};
  CHECK(normalize::system_name_of(paper) == "GearQA");
  paper.sections[0].blocks = {rest};
  CHECK(normalize::system_name_of(paper) == "GearNet");
}

TEST_CASE("what opens the method may be the paper's name, what moved it may not", "[normalize]") {
  model::Paper paper;
  paper.title = "Counting Gears";
  paper.sections.resize(3);
  model::Block block = test::raw_block("GearNet을 제안한 이들이 있다. GearNet은 느리다.");
  block.label = "motivation";
  paper.sections[0].blocks = {block};
  paper.sections[1].kind = model::SectionKind::method;
  CHECK_FALSE(normalize::system_name_of(paper));
  paper.sections[1].blocks = {test::raw_block("LeverNet은 지레를 센다. LeverNet은 빠르다.")};
  CHECK_FALSE(normalize::system_name_of(paper));  // it may be a part
  paper.sections[2].kind = model::SectionKind::conclusion;
  paper.sections[2].blocks = {test::raw_block("LeverNet과 Qwen3를 보였다.")};
  CHECK(normalize::system_name_of(paper) == "LeverNet");
  paper.sections[1].blocks = {test::raw_block("Qwen3는 지레를 센다. Qwen3는 빠르다.")};
  CHECK_FALSE(normalize::system_name_of(paper));
}

TEST_CASE("a proposed name is found wherever it stands", "[normalize]") {
  std::string before;
  for (int i = 0; i < 24; ++i) {
    INFO(before);
    CHECK(name_of("Counting Gears", (before + " myGear를 제안한다. myGear").c_str()) == "myGear");
    before += i % 5 == 4 ? "a." : "가";
  }
}

TEST_CASE("a text of nothing but proposals is read in no time", "[normalize]") {
  model::Paper paper;
  paper.sections.resize(1);
  model::Block& block = paper.sections[0].blocks.emplace_back();
  for (int i = 0; i < 60'000; ++i) block.text += "Gear" + std::to_string(i) + "를 제안한다. ";
  CHECK_FALSE(normalize::system_name_of(paper));
}
