#include "galpi/text/byte_search.hpp"

#include <string>

#include "support/catch.hpp"

using namespace galpi::text;

namespace {

constexpr ByteSet brackets = make_byte_set("<>[]");
constexpr ByteSet controls_and_latin = make_byte_set("&\x01\xC3", 0x20, 0x80);

template <const ByteSet& set>
std::size_t one_by_one(std::string_view text, std::size_t at) {
  while (at < text.size() && !set.wanted[static_cast<unsigned char>(text[at])]) ++at;
  return at < text.size() ? at : text.size();
}

template <const ByteSet& set>
void check_against_one_by_one(std::string_view text) {
  for (std::size_t at = 0; at <= text.size() + 1; ++at) {
    INFO(text << " from " << at);
    CHECK(find_byte<set>(text, at) == one_by_one<set>(text, at));
  }
}

}  // namespace

TEST_CASE("a byte is found wherever it stands in a block of sixteen", "[text]") {
  for (std::size_t size = 0; size <= 50; ++size) {
    check_against_one_by_one<brackets>(std::string(size, 'x'));
    for (std::size_t place = 0; place < size; ++place) {
      std::string text(size, 'x');
      text[place] = '[';
      check_against_one_by_one<brackets>(text);
      check_against_one_by_one<brackets>(std::string_view(text).substr(place / 3));
    }
  }
}

TEST_CASE("bytes outside the range are told apart as well", "[text]") {
  check_against_one_by_one<controls_and_latin>(
      "한글만 있는 문장은 끝까지 지나간다\t그리고 \x01 하나");
  check_against_one_by_one<controls_and_latin>("caf\xC3\xA9 & 카페, 그 뒤로는 아무것도 없는 긴 줄");
  check_against_one_by_one<controls_and_latin>(
      "\x02\x03\x04\x05\x06\x07\x0B\x0E\x0F\x10\x11\x12\x13\x14\x15\x16");
}
