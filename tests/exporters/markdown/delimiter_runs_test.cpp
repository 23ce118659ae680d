#include "delimiter_runs.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::markdown;

namespace {

DelimiterRun run(std::size_t length, std::uint32_t token, char32_t before, char32_t after,
                 char character = '*') {
  return {character, token, std::vector<std::uint32_t>(length, token), before, after,
          before,    after};
}

std::size_t pairs_of(const std::vector<DelimiterRun>& runs, Reader reader) {
  return pair_runs(runs, reader).size();
}

}  // namespace

TEST_CASE("runs are paired as CommonMark pairs them", "[exporter_markdown]") {
  // **가**를
  CHECK(pairs_of({run(2, 0, '\n', U'가'), run(2, 1, U'가', U'를')}, Reader::common_mark) == 1);
  // **가)**를 closes for galpi's own reader alone.
  const std::vector<DelimiterRun> bracket = {run(2, 0, '\n', U'가'), run(2, 1, ')', U'를')};
  CHECK(pairs_of(bracket, Reader::common_mark) == 0);
  CHECK(pairs_of(bracket, Reader::cmark_gfm) == 0);
  CHECK(pairs_of(bracket, Reader::galpi) == 1);
  // **가→**를: the arrow is a symbol.
  const std::vector<DelimiterRun> arrow = {run(2, 0, '\n', U'가'), run(2, 1, U'→', U'를')};
  CHECK(pairs_of(arrow, Reader::common_mark) == 0);
  CHECK(pairs_of(arrow, Reader::cmark_gfm) == 1);
  // 가_나_다
  CHECK(pairs_of({run(1, 0, U'가', U'나', '_'), run(1, 1, U'나', U'다', '_')},
                 Reader::common_mark) == 0);
}

TEST_CASE("lengths that add up to three do not pair in the middle of words",
          "[exporter_markdown]") {
  // 가*나**다*라: `**` cannot close `*`, so the outer runs pair.
  const auto pairs =
      pair_runs({run(1, 0, U'가', U'나'), run(2, 1, U'나', U'다'), run(1, 2, U'다', U'라')},
                Reader::common_mark);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].openers == std::vector<std::uint32_t>{0});
  CHECK(pairs[0].closers == std::vector<std::uint32_t>{2});
}

TEST_CASE("of three characters the inner two are strong", "[exporter_markdown]") {
  const auto pairs =
      pair_runs({run(3, 0, '\n', U'가'), run(3, 1, U'가', '\n')}, Reader::common_mark);
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].openers.size() == 2);
  CHECK(pairs[1].openers.size() == 1);
}

TEST_CASE("strikethrough is two tildes and no other number", "[exporter_markdown]") {
  CHECK(pairs_of({run(2, 0, '\n', U'가', '~'), run(2, 1, U'가', '\n', '~')}, Reader::cmark_gfm) ==
        1);
  CHECK(pairs_of({run(4, 0, '\n', U'가', '~'), run(4, 1, U'가', '\n', '~')}, Reader::cmark_gfm) ==
        0);
}

TEST_CASE("cmark-gfm looks past tildes", "[exporter_markdown]") {
  // 가)*~~나 …: to the star, what follows is a letter.
  std::vector<DelimiterRun> runs = {run(1, 0, ' ', U'가'), run(1, 1, ')', '~')};
  runs[1].after_tildes = U'나';
  CHECK(pairs_of(runs, Reader::common_mark) == 1);
  CHECK(pairs_of(runs, Reader::cmark_gfm) == 0);
}
