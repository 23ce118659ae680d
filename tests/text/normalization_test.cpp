#include "galpi/text/normalization.hpp"

#include <unicode/normalizer2.h>

#include <string>

#include "galpi/text/utf8.hpp"
#include "support/catch.hpp"

using namespace galpi::text;

TEST_CASE("text that is not in NFC is never taken for NFC", "[text]") {
  struct Row {
    const char* name;
    std::string text;
    std::string nfc;
  };
  const Row rows[] = {
      {"conjoining jamo", "\u1100\u1161", "가"},
      {"conjoining jamo with a final", "\u110C\u116E\u110B\u1174\u1105\u1173\u11AF", "주의를"},
      {"a syllable and a final jamo", "가\u11A8", "각"},
      {"Latin letter and accent", "e\u0301", "é"},
      {"marks out of order", "a\u0323\u0302", "\u1EAD"},
      {"ohm sign", "5 \u2126", "5 Ω"},
      {"kelvin sign", "\u212A", "K"},
      {"angstrom sign", "\u212B", "Å"},
      {"en quad", "\u2000", "\u2002"},
      {"old angle bracket", "\u2329x\u232A", "\u3008x\u3009"},
      {"compatibility ideograph", "\uF90A", "金"},
      {"kana and voicing mark", "\u304B\u3099", "\u304C"},
      {"musical symbol", "\U0001D15E", "\U0001D157\U0001D165"},
      {"Greek question mark", "\u037E", ";"},
  };
  for (const Row& row : rows) {
    for (const std::string& around : {std::string(), std::string("한글 text, 12345678 ")}) {
      INFO(row.name);
      const std::string text = around + row.text + around;
      CHECK_FALSE(is_nfc(text));
      CHECK(to_nfc(text) == around + row.nfc + around);
      CHECK(is_nfc(around + row.nfc + around));
    }
  }
}

TEST_CASE("the fast test agrees with ICU on every code point, alone and after a letter", "[text]") {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    for (const char* before : {"", "a", "가"}) {
      std::string text = before;
      append_code_point(text, c);
      const bool expected = nfc->isNormalizedUTF8(text, status) != 0;
      if (is_nfc(text) != expected) FAIL("U+" << std::hex << static_cast<std::uint32_t>(c));
    }
  }
}

TEST_CASE("text in NFC comes back as it is, with an identity map", "[text]") {
  OffsetMap map;
  const std::string text = "대형 언어 모델(LLM)은 20~40% 더 — “좋다” → 😀 é";
  CHECK(is_nfc(text));
  CHECK(to_nfc(text, &map) == text);
  CHECK(map.is_identity());
  CHECK(map.to_old(17) == 17);
}

TEST_CASE("offsets of normalized text lead back to where the text stood", "[text]") {
  // "ab" + 가 (6 bytes of jamo) + "cd" + é (3 bytes) + "ef"
  const std::string text = "ab\u1100\u1161cde\u0301ef";
  OffsetMap map;
  REQUIRE(to_nfc(text, &map) == "ab가cdéef");
  struct Row {
    std::uint32_t new_offset, old_offset;
  };
  const Row rows[] = {{0, 0}, {1, 1},  {2, 2},  {3, 2},  {4, 2},   {5, 8},
                      {6, 9}, {7, 10}, {8, 10}, {9, 13}, {10, 14}, {11, 15}};
  for (const Row& row : rows) {
    INFO(row.new_offset);
    CHECK(map.to_old(row.new_offset) == row.old_offset);
  }
}

TEST_CASE("an offset map tells left out text from replaced text", "[text]") {
  // old "abXYZcd" → new "abcd": XYZ left out
  OffsetMap removed;
  removed.add(2, 5);
  CHECK(removed.to_old(1) == 1);
  CHECK(removed.to_old(2) == 5);
  CHECK(removed.to_old(3) == 6);

  // old "a&lt;b" → new "a<b"; old "a?b" → new "a\uFFFDb"
  OffsetMap shorter;
  shorter.add(1, 1);
  shorter.add(2, 1);
  shorter.add(2, 5);
  CHECK(shorter.to_old(1) == 1);
  CHECK(shorter.to_old(2) == 5);
  OffsetMap longer;
  longer.add(4, 1);
  longer.add(4, 2);
  CHECK(longer.to_old(1) == 1);
  CHECK(longer.to_old(3) == 1);
  CHECK(longer.to_old(4) == 2);
  CHECK(longer.to_old(5) == 3);
}

TEST_CASE("an offset map forgets edits that change nothing", "[text]") {
  OffsetMap map;
  map.add(0, 0);
  map.add(10, 10);
  CHECK(map.is_identity());
  map.add(10, 12);
  map.add(20, 22);
  CHECK(map.edits().size() == 1);
}
