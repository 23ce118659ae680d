#include "galpi/base/suggestion.hpp"

#include <string>

#include "support/catch.hpp"

using namespace galpi;

TEST_CASE("a mistyped word leads to the nearest known one, a foreign one to none", "[base]") {
  const std::string_view known[] = {"export", "check", "glossary", "epub", "markdown", "json"};
  struct Row {
    const char* typed;
    const char* meant;  ///< nullptr: no suggestion
  };
  const Row rows[] = {
      {"exprot", "export"},     {"chek", "check"}, {"epbu", "epub"},
      {"markdwon", "markdown"}, {"jsn", "json"},   {"glosary", "glossary"},
      {"translate", nullptr},   {"x", nullptr},    {"", nullptr},
      {"체크", nullptr},
  };
  for (const Row& row : rows) {
    INFO(row.typed);
    const auto found = nearest_word(row.typed, known);
    REQUIRE(found.has_value() == (row.meant != nullptr));
    if (found) CHECK(*found == row.meant);
  }
  CHECK_FALSE(nearest_word(std::string(1000, 'e'), known));
}

TEST_CASE("short names of keys lead to their neighbours only", "[base]") {
  const std::string_view known[] = {"id", "en", "ko", "avoid", "variants"};
  CHECK(nearest_word("variant", known) == "variants");
  CHECK(nearest_word("aviod", known) == "avoid");
  CHECK(nearest_word("kor", known) == "ko");
  CHECK_FALSE(nearest_word("definition", known));
}

TEST_CASE("a swap of neighbours is one edit", "[base]") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("abbr", "abbr") == 0);
  CHECK(edit_distance("abrb", "abbr") == 1);
  CHECK(edit_distance("variant", "variants") == 1);
  CHECK(edit_distance("", "note") == 4);
  CHECK(edit_distance(std::string(1000, 'a'), "note") == 1000);
  CHECK(edit_distance("ab", "ba") == 1);
  CHECK(edit_distance("abc", "abc") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
}
