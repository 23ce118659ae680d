#include "terms/senses.hpp"

#include "support/catch.hpp"

using galpi::terms::CharacterSet;

namespace {

CharacterSet set_of(std::string_view text) {
  CharacterSet set;
  set.add_all(text);
  return set;
}

/// Read from the end, as the window of a cue does to the left of a mention.
CharacterSet set_from_the_end(std::string_view text) {
  CharacterSet set;
  for (std::size_t end = text.size(); end > 0;) end = set.add_before(text, end);
  return set;
}

}  // namespace

TEST_CASE("a set of characters holds what stands in the text, whatever its case", "[terms]") {
  const std::string_view text = "어텐션(Attention)은 é, 中 그리고 😀이다";
  for (const std::string_view cue : {"어텐션", "attention", "é", "中", "😀", "은 ", ""}) {
    CAPTURE(cue);
    CHECK(set_of(text).may_hold(set_of(cue)));
    CHECK(set_from_the_end(text).may_hold(set_of(cue)));
  }
}

TEST_CASE("a set of characters tells most others apart", "[terms]") {
  const CharacterSet held = set_of("모델 학습");
  for (const std::string_view cue : {"추론", "모형", "학교", "model", "습관"}) {
    CAPTURE(cue);
    CHECK_FALSE(held.may_hold(set_of(cue)));
  }
}
