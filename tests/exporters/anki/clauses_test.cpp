#include "clauses.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::anki;

namespace {

/// All clauses of a sentence, one a line.
std::string clauses(const std::string& sentence) {
  std::string all;
  for (const Clause& clause : clauses_of(sentence)) {
    all += (all.empty() ? "" : "\n") +
           sentence.substr(clause.range.start, clause.range.end - clause.range.start) +
           clause.ending;
  }
  return all;
}

/// What the sentence says first when it is taken apart; the sentence itself when it is one clause.
std::string first_part(const std::string& sentence) {
  std::string first;
  for (const Clause& clause : clauses_of(sentence)) {
    if (clause.first != 0) break;
    first =
        sentence.substr(clause.range.start, clause.range.end - clause.range.start) + clause.ending;
  }
  return first;
}

}  // namespace

TEST_CASE("a sentence is taken apart into all runs of its clauses", "[exporters]") {
  CHECK(clauses("등불은 밝았고, 바람은 잤으며, 밤은 길었다.") ==
        "등불은 밝았고, 바람은 잤으며, 밤은 길었다.\n"
        "등불은 밝았고, 바람은 잤다.\n"
        "등불은 밝았다.\n"
        "바람은 잤으며, 밤은 길었다.\n"
        "바람은 잤다.\n"
        "밤은 길었다.");
}

TEST_CASE("a clause before a past one ends in the past too", "[exporters]") {
  struct Row {
    const char* sentence;
    const char* first;
  };
  const Row row = GENERATE(
      Row{"LAMP는 80%를 기록하며, 그늘에서도 밝았다.", "LAMP는 80%를 기록했다."},
      Row{"오류를 감소시키고, 속도를 높였다.", "오류를 감소시켰다."},
      Row{"효과를 보이며, 널리 쓰였다.", "효과를 보였다."},
      Row{"비용을 낮추고, 빛을 지켰다.", "비용을 낮췄다."},
      Row{"점수를 얻으며, 앞섰다.", "점수를 얻었다."},
      Row{"오차가 작으며, 빨랐다.", "오차가 작았다."},
      Row{"크게 향상되며, 안정되었다.", "크게 향상됐다."},
      Row{"가장 밝았으나 느렸다.", "가장 밝았다."}, Row{"가장 밝았지만 느렸다.", "가장 밝았다."});
  CHECK(first_part(row.sentence) == row.first);
}

TEST_CASE("what only looks like a clause is left whole", "[exporters]") {
  const char* const sentence =
      GENERATE("LAMP는 등이며, 밤에 쓰였다.",       // a noun
               "사고, 고장과 잡음을 견뎠다.",       // likewise
               "LAMP는 80%를 기록하며, 밝다.",      // nothing says that it is past
               "등(어제 켰고, 오늘 껐다)을 썼다.",  // in brackets
               "불을 켜고 보았다.");
  CHECK(clauses(sentence) == sentence);
}

TEST_CASE("a sentence that breaks off gives the clauses before", "[exporters]") {
  CHECK(clauses("등불은 밝았고, 바람은…") == "등불은 밝았다.");
  CHECK(clauses("등불은…").empty());
  CHECK(clauses("").empty());
}

TEST_CASE("words that join a clause to the one before go", "[exporters]") {
  CHECK(clauses("등불은 밝았으며, 특히 밤에 빛났다.") ==
        "등불은 밝았으며, 특히 밤에 빛났다.\n등불은 밝았다.\n밤에 빛났다.");
}
