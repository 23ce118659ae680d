#include "hashes.hpp"

#include "galpi/base/sha256.hpp"
#include "note.hpp"
#include "support/catch.hpp"

using namespace galpi::exporters;
using namespace galpi::exporters::anki;

TEST_CASE("a field's checksum is the one that Anki computes", "[exporters]") {
  CHECK(field_checksum("test") == 2840236005U);
  CHECK(field_checksum("今日") == 1464653051U);
  CHECK(field_checksum("attention") == 3492253157U);
}

TEST_CASE("a guid never changes: decks in use know their notes by it", "[exporters]") {
  const std::string guid = guid_of(FlashcardKind::paper, "1706.03762");
  CHECK(guid == galpi::sha256_hex("galpi/1|paper|1706.03762").substr(0, 20));
  CHECK(guid != guid_of(FlashcardKind::cloze, "1706.03762"));
}
