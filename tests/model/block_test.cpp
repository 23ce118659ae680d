#include "galpi/model/block.hpp"

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::model;

TEST_CASE("a place in the text is counted in code points from the anchor before it", "[model]") {
  Block block;
  block.text = "주의는 a𝛼b\n다음";
  block.at = {3, 1};
  block.anchors = {{0, {3, 5}}, {10, {3, 20}}, {17, {4, 3}}};
  struct Row {
    std::uint32_t offset;
    At at;
  };
  const Row rows[] = {
      {0, {3, 5}},   {3, {3, 6}},   {9, {3, 8}},  {10, {3, 20}}, {11, {3, 21}},
      {15, {3, 22}}, {16, {3, 23}}, {17, {4, 3}}, {20, {4, 4}},  {23, {4, 5}},
  };
  for (const Row& row : rows) {
    INFO(row.offset);
    CHECK(position_in_source(block, row.offset) == row.at);
  }
}

TEST_CASE("a block without anchors is known by its own place", "[model]") {
  Block block;
  block.text = "본문";
  block.at = {8, 2};
  CHECK(position_in_source(block, 3) == At{8, 2});
  block.anchors = {{0, {0, 0}}};
  CHECK(position_in_source(block, 3) == At{8, 2});
}

TEST_CASE("an offset behind the text stands where the text ends", "[model]") {
  Block block;
  block.text = "ab";
  block.anchors = {{0, {1, 1}}};
  CHECK(position_in_source(block, 99) == At{1, 3});
}
