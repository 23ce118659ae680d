#include "names.hpp"

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters::anki;

TEST_CASE("a name is seen in every spelling that gives it away", "[exporters]") {
  CHECK(contains_name("대형언어모델을 쓴다", "대형 언어 모델"));
  CHECK(contains_name("Large-Language Models are", "large language model"));
  CHECK(contains_name("the LLM's", "LLM"));
  CHECK(find_name_in_any_case("새로운 GEARNET을", "GearNet").size() == 1);
  CHECK_FALSE(contains_name("stage", "TAG"));
  CHECK_FALSE(contains_name("anything", ""));
}

TEST_CASE("a system's name takes what is attached to it along", "[exporters]") {
  const auto found = find_name("LAMP-7B는 LAMP보다 LAMPOON", "LAMP");
  REQUIRE(found.size() == 2);
  CHECK(found[0] == text::ByteRange{0, 7});
  CHECK(found[1].end - found[1].start == 4);
}

TEST_CASE("a gloss goes with the name it stands beside", "[exporters]") {
  struct Row {
    std::string text;
    std::string name;
    std::string gone;
  };
  const Row row =
      GENERATE(Row{"환각(hallucination)을", "환각", "환각(hallucination)"},
               Row{"새로운 Light Before Dark(LBD)을", "LBD", "Light Before Dark(LBD)"},
               Row{"벤치마크(LAMP)를", "LAMP", "LAMP"}, Row{"LAMP를 쓴다", "LAMP", "LAMP"},
               Row{"열린 (LAMP", "LAMP", "LAMP"}, Row{"LAMP (닫히지 않음", "LAMP", "LAMP"});
  const auto start = static_cast<std::uint32_t>(row.text.find(row.name));
  const text::ByteRange range =
      with_gloss(row.text, {start, start + static_cast<std::uint32_t>(row.name.size())});
  CHECK(row.text.substr(range.start, range.end - range.start) == row.gone);
}
