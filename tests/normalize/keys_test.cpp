#include "normalize/keys.hpp"

#include <array>
#include <string>
#include <utility>

#include "normalize/name_key.hpp"
#include "support/catch.hpp"

using namespace galpi::normalize;

TEST_CASE("a key is the letters and digits of a text", "[normalize]") {
  struct Row {
    const char* text;
    const char* key;
  };
  const Row rows[] = {
      {"", ""},
      {"**[ Experimental  Results ]**:", "experimentalresults"},
      {"3.1 방법론 (Method)", "31방법론method"},
      {"ÀÉ—“x”①", "ÀÉx①"},
      {"가\xCC\x81_/", "가\xCC\x81"},
      {"@`{[AZaz09", "azaz09"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(key_of(row.text) == row.key);
    CHECK(NameKey(row.text).view() == row.key);
  }
}

TEST_CASE("the key of a long text is cut off between two characters", "[normalize]") {
  CHECK(NameKey(std::string(100, 'A')).view() == std::string(NameKey::longest, 'a'));
  std::string syllables;
  for (int i = 0; i < 30; ++i) syllables += "가 ";
  const NameKey key(syllables);
  CHECK(key.view() == key_of(syllables).substr(0, key.view().size()));
  CHECK(key.view().size() == NameKey::longest / 3 * 3);
}

TEST_CASE("a table finds its names and nothing else", "[normalize]") {
  constexpr auto table = NameTable(std::to_array<std::pair<std::string_view, int>>(
      {{"goal", 1}, {"목표", 2}, {"목적", 3}, {"a", 4}, {"b", 5}}));
  struct Row {
    const char* key;
    int meaning;  ///< 0: none
  };
  const Row rows[] = {{"goal", 1}, {"목표", 2},  {"목적", 3}, {"a", 4}, {"b", 5},
                      {"", 0},     {"goals", 0}, {"목", 0},   {"c", 0}, {"\x80", 0}};
  for (const Row& row : rows) {
    INFO(row.key);
    const int* const found = table.find(row.key);
    CHECK((found != nullptr ? *found : 0) == row.meaning);
  }
}

TEST_CASE("runs of white space become one space", "[normalize]") {
  struct Row {
    const char* text;
    const char* folded;
  };
  const Row rows[] = {
      {"", ""},
      {" \n\t", ""},
      {"a b", "a b"},
      {" a  b ", "a b"},
      {"가\xC2\xA0\xE3\x80\x80나", "가 나"},
      {"a\xE2\x80\x83 b—c\xC2\xB7 d", "a b—c\xC2\xB7 d"},
      {"제목이\n두 줄", "제목이 두 줄"},
      {"x\r\n", "x"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(folded(row.text) == row.folded);
  }
}
