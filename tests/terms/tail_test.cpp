#include "terms/tail.hpp"

#include <string>

#include "support/catch.hpp"

using galpi::terms::Tail;
using galpi::terms::tail_after;

TEST_CASE("what follows a noun is told by its kind", "[terms]") {
  struct Row {
    std::string_view rest;
    Tail tail;
  };
  const Row rows[] = {
      {"", Tail::none},
      {" 다음", Tail::none},
      {".", Tail::none},
      {"v2", Tail::none},
      {"를 쓴다", Tail::particle},
      {"에서는", Tail::particle},
      {"하는", Tail::light_verb},
      {"한", Tail::light_verb},
      {"한다면", Tail::light_verb},
      {"된", Tail::light_verb},
      {"됐다", Tail::light_verb},
      {"되어야", Tail::light_verb},
      {"시켜", Tail::light_verb},
      {"시킵니다", Tail::light_verb},
      {"합니다", Tail::light_verb},
      {"할수록", Tail::light_verb},
      {"받은", Tail::light_verb},
      {"당하는", Tail::light_verb},
      {"없이", Tail::light_verb},
      {"화된", Tail::suffix},
      {"화", Tail::suffix},
      {"들", Tail::particle},
      {"적인", Tail::suffix},
      {"별로", Tail::suffix},
      {"기법을", Tail::suffix},
      {"기반모델의", Tail::suffix},
      {"하늘", Tail::refused},
      {"한계", Tail::refused},
      {"하", Tail::refused},
      {"자들", Tail::refused},
      {"되", Tail::refused},
      {"가중치가아닌긴낱말", Tail::refused},
  };
  for (const Row& row : rows) {
    INFO(row.rest);
    CHECK(tail_after(row.rest) == row.tail);
  }
}

TEST_CASE("a long run of Hangul is judged in bounded time", "[terms]") {
  std::string run = "하는";
  for (int i = 0; i < 100'000; ++i) run += "다";
  CHECK(tail_after(run) == Tail::refused);
}
