#include "galpi/markup/zip_times.hpp"

#include "support/catch.hpp"

using namespace galpi::markup;

namespace {

using namespace std::string_literals;

/// One stored entry `a` with the content `b`, at the given DOS time and date.
std::string archive(const std::string& time) {
  const std::string sizes = "\0\0\0\0\1\0\0\0\1\0\0\0\1\0\0\0"s;  // crc, sizes, name, extra
  std::string bytes = "PK\3\4\x14\0\0\0\0\0"s + time + sizes + "ab";
  const std::size_t directory = bytes.size();
  bytes += "PK\1\2\x14\0\x14\0\0\0\0\0"s + time + sizes + std::string(14, '\0') + "a";
  const std::size_t length = bytes.size() - directory;
  bytes += "PK\5\6\0\0\0\0\1\0\1\0"s + static_cast<char>(length) + "\0\0\0"s +
           static_cast<char>(directory) + "\0\0\0\0\0"s;
  return bytes;
}

}  // namespace

TEST_CASE("archives that differ only in their times become the same", "[markup]") {
  std::string first = archive("\x12\x34\x56\x57");
  std::string second = archive("\x01\x02\x03\x04");
  REQUIRE(settle_zip_times(first));
  REQUIRE(settle_zip_times(second));
  CHECK(first == second);
  CHECK(first == archive("\0\0\x21\0"s));
}

TEST_CASE("what is no whole archive is left as it is", "[markup]") {
  const std::string whole = archive("\x12\x34\x56\x57");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    std::string cut = whole.substr(0, size);
    CHECK_FALSE(settle_zip_times(cut));
    CHECK(cut == whole.substr(0, size));
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = '\xFF';
    const std::string before = damaged;
    if (!settle_zip_times(damaged)) CHECK(damaged == before);
  }
}
