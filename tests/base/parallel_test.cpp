#include "galpi/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <vector>

#include "support/catch.hpp"

using namespace galpi;

TEST_CASE("results are consumed in order whatever the number of threads", "[base]") {
  for (unsigned jobs : {1U, 2U, 8U}) {
    std::vector<std::size_t> seen;
    parallel_ordered(
        500, jobs, [](std::size_t i) { return i * i; },
        [&](std::size_t i, std::size_t value) {
          CHECK(value == i * i);
          seen.push_back(i);
          return true;
        });
    REQUIRE(seen.size() == 500);
    for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == i);
  }
}

TEST_CASE("a consumer that has enough stops the work", "[base]") {
  for (unsigned jobs : {1U, 4U}) {
    std::size_t consumed = 0;
    parallel_ordered(
        1'000'000, jobs, [](std::size_t i) { return i; },
        [&](std::size_t, std::size_t) { return ++consumed < 10; });
    CHECK(consumed == 10);
  }
}

TEST_CASE("no work is no call", "[base]") {
  parallel_ordered(
      0, 4, [](std::size_t) { return 0; },
      [](std::size_t, int) {
        FAIL("consumed nothing");
        return true;
      });
}

TEST_CASE("only a few results wait for the consumer", "[base]") {
  for (unsigned jobs : {1U, 2U, 3U}) {
    std::atomic<std::size_t> produced = 0;
    std::size_t most_ahead = 0;
    parallel_ordered(
        2'000, jobs,
        [&](std::size_t i) {
          ++produced;
          return i;
        },
        [&](std::size_t i, std::size_t) {
          most_ahead = std::max<std::size_t>(most_ahead, produced - i);
          return true;
        });
    CHECK(most_ahead <= 2 * jobs + 1);
  }
}

TEST_CASE("work of uneven length is done once each", "[base]") {
  std::vector<std::atomic<int>> times(300);
  std::size_t consumed = 0;
  parallel_ordered(
      times.size(), 4,
      [&](std::size_t i) {
        volatile std::size_t spin = i % 7 == 0 ? 20'000 : 0;
        while (spin > 0) spin = spin - 1;
        ++times[i];
        return i;
      },
      [&](std::size_t, std::size_t) { return ++consumed > 0; });
  CHECK(consumed == times.size());
  CHECK(std::all_of(times.begin(), times.end(), [](const auto& count) { return count == 1; }));
}
