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
