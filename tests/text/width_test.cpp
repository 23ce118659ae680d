#include "galpi/text/width.hpp"

#include "support/catch.hpp"

using namespace galpi::text;

TEST_CASE("text is as wide as a terminal shows it", "[text]") {
  struct Row {
    const char* name;
    const char* text;
    std::size_t width;
  };
  const Row rows[] = {
      {"nothing", "", 0},
      {"ASCII", "abc", 3},
      {"Hangul syllables", "주의", 4},
      {"mixed", "주의(attention)를", 17},
      {"conjoining jamo", "\u1112\u1161\u11AB", 2},
      {"compatibility jamo", "ㄱㅏ", 4},
      {"hanja", "零", 2},
      {"combining accent", "e\u0301", 1},
      {"full width", "Ａ！", 4},
      {"half width", "ｱ", 1},
      {"emoji", "😀", 2},
      {"zero-width joiner", "\u200D", 0},
      {"bidi control", "\u202E", 0},
      {"control characters", "\t\x1b", 0},
      {"ellipsis and arrow", "…→", 2},
      {"soft hyphen", "\u00AD", 1},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(display_width(row.text) == row.width);
  }
}
