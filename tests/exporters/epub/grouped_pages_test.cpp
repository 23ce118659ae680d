#include "grouped_pages.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::epub;

TEST_CASE("a small list is one page with all groups", "[epub]") {
  const GroupedList list = group_entries("index", {"ㄱ", "ㄱ", "ㅎ", "A"}, 1000);
  REQUIRE(list.groups.size() == 3);
  REQUIRE(list.pages.size() == 1);
  CHECK(list.pages[0].file == "index.xhtml");
  CHECK(list.groups[0].id == "g-01");
  CHECK(list.groups[1].id == "g-14");
  CHECK(list.groups[2].id == "g-a");
  CHECK(list.groups[0].entries == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a large list has a front page and a page for each head", "[epub]") {
  const GroupedList list = group_entries("glossary", {"#", "ㄱ", "B"}, page_limit + 1);
  REQUIRE(list.pages.size() == 4);
  CHECK(list.pages[0].file == "glossary.xhtml");
  CHECK(list.pages[0].groups.empty());
  CHECK(list.pages[1].file == "glossary-0.xhtml");
  CHECK(list.pages[2].file == "glossary-01.xhtml");
  CHECK(list.pages[3].file == "glossary-b.xhtml");
  CHECK(pages_of_entries(list, 3) == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("entries of one head are one group though others stand between", "[epub]") {
  const GroupedList list = group_entries("index", {"#", "ㄱ", "#"}, 10);
  REQUIRE(list.groups.size() == 2);
  CHECK(list.groups[0].entries == std::vector<std::size_t>{0, 2});
}

TEST_CASE("a list without entries has no page", "[epub]") {
  CHECK(group_entries("index", {}, 0).pages.empty());
}
