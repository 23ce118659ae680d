#include "galpi/text/lanes.hpp"

#include <string>

#include "support/catch.hpp"

using namespace galpi::text;

TEST_CASE("what is true of one of sixteen bytes is noticed", "[text]") {
  for (std::size_t place = 0; place < 20; ++place) {
    INFO(place);
    std::string bytes(20, 'a');
    bytes[place] = '\xEA';
    const Lanes here = load_lanes(bytes.data());
    CHECK(any_lane(here == lane(0xEA)) == (place < 16));
    CHECK(any_lane(here < 0) == (place < 16));
    CHECK_FALSE(any_lane(here == 'b'));
  }
}
