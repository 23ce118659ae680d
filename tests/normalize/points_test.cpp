#include "normalize/points.hpp"

#include "raw_builder.hpp"
#include "support/catch.hpp"

using namespace galpi;
using model::BlockType;
using model::SectionKind;

namespace {

struct Made {
  model::Section section;
  std::vector<Diagnostic> diagnostics;
};

Made made_points(std::string_view markdown, SectionKind kind = SectionKind::introduction) {
  ingest::RawPost raw = test::raw_post(markdown);
  Made made;
  made.section.kind = kind;
  for (ingest::RawBlock& block : raw.blocks) made.section.blocks.push_back(block.block);
  DiagnosticList list;
  normalize::Report report(raw.file, raw.lines, list);
  normalize::make_points(made.section, report);
  made.diagnostics = list.take();
  return made;
}

std::string shown(const Made& made) {
  std::string all;
  for (const model::Block& block : made.section.blocks) {
    all += std::string(model::name_of(block.type)) + "[" + block.label.value_or("-") + "] " +
           block.text + ";";
  }
  return all;
}

}  // namespace

TEST_CASE("labels are read however they are written, and leave the text", "[normalize]") {
  struct Row {
    const char* item;
    const char* shown;
  };
  const Row rows[] = {
      {"Goal: 줄인다.", "point[goal] 줄인다.;"},
      {"Goal : 줄인다.", "point[goal] 줄인다.;"},
      {"goal:줄인다.", "point[goal] 줄인다.;"},
      {"**Goal**: 줄인다.", "point[goal] 줄인다.;"},
      {"**Goal:** 줄인다.", "point[goal] 줄인다.;"},
      {"**Goal** 줄인다.", "point[goal] 줄인다.;"},
      {"Goal：줄인다.", "point[goal] 줄인다.;"},
      {"[목표] 줄인다.", "point[goal] 줄인다.;"},
      {"【목표】줄인다.", "point[goal] 줄인다.;"},
      {"**[목표]** 줄인다.", "point[goal] 줄인다.;"},
      {"🎯 목표: 줄인다.", "point[goal] 줄인다.;"},
      {"목표(Goal): 줄인다.", "point[goal] 줄인다.;"},
      {"Goal / 목표: 줄인다.", "point[goal] 줄인다.;"},
      {"연구 목적: 줄인다.", "point[goal] 줄인다.;"},
      {"Goal - 줄인다.", "point[goal] 줄인다.;"},
      {"Goal — 줄인다.", "point[goal] 줄인다.;"},
      {"Motivation: 느리다.", "point[motivation] 느리다.;"},
      {"동기: 느리다.", "point[motivation] 느리다.;"},
      {"배경 : 느리다.", "point[motivation] 느리다.;"},
      {"Contributions: 빠르다.", "point[contribution] 빠르다.;"},
      {"공헌: 빠르다.", "point[contribution] 빠르다.;"},
      {"Key Contribution: 빠르다.", "point[contribution] 빠르다.;"},
      // No labels.
      {"목표는 줄이는 것이다.", "point[-] 목표는 줄이는 것이다.;"},
      {"Goal-oriented 대화를 다룬다.", "point[-] Goal-oriented 대화를 다룬다.;"},
      {"**목표** 지점: 집", "point[goal] 지점: 집;"},
      {"목표 시간: 3초", "point[-] 목표 시간: 3초;"},
      {"목표(동기): 줄인다.", "point[-] 목표(동기): 줄인다.;"},
      {"결과: 좋다.", "point[-] 결과: 좋다.;"},
  };
  for (const Row& row : rows) {
    INFO(row.item);
    CHECK(shown(made_points("- " + std::string(row.item))) == row.shown);
  }
}

TEST_CASE("marks and places move with the text behind a label", "[normalize]") {
  const Made made = made_points("- Goal: **느린** 계산");
  const model::Block& point = made.section.blocks.at(0);
  REQUIRE(point.marks.size() == 1);
  CHECK(point.marks[0].start == 0);
  CHECK(point.marks[0].end == 6);
  CHECK(point.at == At{1, 3});
  CHECK(model::position_in_source(point, 0) == At{1, 11});
}

TEST_CASE("three points without labels are labelled by their order, and it is said",
          "[normalize]") {
  const Made made = made_points("- 줄인다.\n- 느리다.\n- 빠르다.");
  CHECK(shown(made) ==
        "point[goal] 줄인다.;point[motivation] 느리다.;point[contribution] 빠르다.;");
  REQUIRE(made.diagnostics.size() == 1);
  CHECK(made.diagnostics[0].code == DiagnosticCode::points_unlabelled);
  CHECK(made.diagnostics[0].span.at == At{1, 3});
  CHECK(made.diagnostics[0].excerpt == "- 줄인다.");
}

TEST_CASE("points of another number, or with some labels, keep what they have", "[normalize]") {
  CHECK(shown(made_points("- 하나\n- 둘")) == "point[-] 하나;point[-] 둘;");
  CHECK(shown(made_points("- 하나\n- 둘\n- 셋\n- 넷")) ==
        "point[-] 하나;point[-] 둘;point[-] 셋;point[-] 넷;");
  CHECK(shown(made_points("- Goal: 하나\n- 둘\n- 셋")) ==
        "point[goal] 하나;point[-] 둘;point[-] 셋;");
  CHECK(made_points("- 하나\n- 둘").diagnostics.empty());
}

TEST_CASE("an introduction in lines instead of bullets has points as well", "[normalize]") {
  const char* expected =
      "point[goal] 줄인다.;point[motivation] 느리다. 정말 느리다.;point[contribution] 빠르다.;";
  CHECK(shown(made_points("Goal: 줄인다.\nMotivation: 느리다.\n정말 느리다.\nContribution: "
                          "빠르다.")) == expected);
  CHECK(shown(made_points("**Goal**: 줄인다.\n\n**Motivation**: 느리다.\n정말 "
                          "느리다.\n\n**Contribution**: 빠르다.")) == expected);
  const Made made = made_points("목표: 줄인다.  \n동기: 느리다.");
  CHECK(shown(made) == "point[goal] 줄인다.;point[motivation] 느리다.;");
  CHECK(made.section.blocks[1].at == At{2, 1});
  CHECK(model::position_in_source(made.section.blocks[1], 0) == At{2, 5});
}

TEST_CASE("a paragraph of very many labels stays a paragraph", "[normalize]") {
  std::string markdown;
  for (int i = 0; i < 500; ++i) markdown += "Goal: " + std::to_string(i) + "\n";
  const Made made = made_points(markdown);
  REQUIRE(made.section.blocks.size() == 1);
  CHECK(made.section.blocks[0].text.ends_with("Goal: 499"));
}

TEST_CASE("prose of an introduction stays prose", "[normalize]") {
  CHECK(shown(made_points("이 글의 목표: 줄이기")) == "paragraph[-] 이 글의 목표: 줄이기;");
}

TEST_CASE("outside an introduction only a list with two labels has points", "[normalize]") {
  CHECK(shown(made_points("- Goal: 하나\n- Motivation: 둘", SectionKind::other)) ==
        "point[goal] 하나;point[motivation] 둘;");
  CHECK(made_points("- Goal: 하나\n- 둘", SectionKind::method).section.blocks[0].type ==
        BlockType::list);
  CHECK(shown(made_points("문제: 하나를 푼다", SectionKind::method)) ==
        "paragraph[-] 문제: 하나를 푼다;");
}

TEST_CASE("an item of several paragraphs loses its label in the first", "[normalize]") {
  model::Section section;
  section.kind = SectionKind::introduction;
  model::Block item;
  item.type = BlockType::item;
  item.children = {test::raw_block("**Goal**: 줄인다."), test::raw_block("더 줄인다.")};
  model::Block list;
  list.type = BlockType::list;
  list.children = {item};
  section.blocks = {list};
  DiagnosticList diagnostics;
  const std::string file;
  const std::vector<std::string> lines;
  normalize::Report report(file, lines, diagnostics);
  normalize::make_points(section, report);
  REQUIRE(section.blocks.size() == 1);
  CHECK(section.blocks[0].label == "goal");
  CHECK(section.blocks[0].children[0].text == "줄인다.");
  CHECK(section.blocks[0].children[1].text == "더 줄인다.");
}

TEST_CASE("tasks and footnotes are no points", "[normalize]") {
  for (const char* label : {"[x]", "[ ]"}) {
    model::Section section;
    section.kind = SectionKind::introduction;
    section.blocks = {test::raw_block("- 할 일")};
    section.blocks[0].children[0].label = label;
    DiagnosticList diagnostics;
    const std::string file;
    const std::vector<std::string> lines;
    normalize::Report report(file, lines, diagnostics);
    normalize::make_points(section, report);
    CHECK(section.blocks[0].type == BlockType::list);
  }
}
