#include "terms/spelling.hpp"

#include <string>

#include "support/catch.hpp"

using galpi::terms::edit_distance;
using galpi::terms::nearest_word;

TEST_CASE("edits between words are counted, a swap as one", "[terms]") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("abbr", "abbr") == 0);
  CHECK(edit_distance("abrb", "abbr") == 1);
  CHECK(edit_distance("variant", "variants") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("", "note") == 4);
  CHECK(edit_distance(std::string(1000, 'a'), "note") == 1000);
}

TEST_CASE("the nearest known word is offered only when it is near", "[terms]") {
  const std::string_view known[] = {"id", "en", "ko", "avoid", "variants"};
  CHECK(nearest_word("variant", known) == "variants");
  CHECK(nearest_word("aviod", known) == "avoid");
  CHECK(nearest_word("kor", known) == "ko");
  CHECK(nearest_word("definition", known).empty());
}
