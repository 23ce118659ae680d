#include "translate/xml_guard.hpp"

#include <string>

#include "support/catch.hpp"

using galpi::At;
using galpi::translate::check_xml;
using galpi::translate::decode_xml;
using galpi::translate::LineCounter;

namespace {

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

}  // namespace

TEST_CASE("UTF-8 and UTF-16 are decoded, with and without a mark", "[translate]") {
  const std::u16string_view text = u"<a>가😀</a>";
  const std::string expected = "<a>가😀</a>";
  CHECK(decode_xml(expected, "m.tmx").value() == expected);
  CHECK(decode_xml("\xEF\xBB\xBF" + expected, "m.tmx").value() == expected);
  CHECK(decode_xml("\xFF\xFE" + utf16(text, false), "m.tmx").value() == expected);
  CHECK(decode_xml("\xFE\xFF" + utf16(text, true), "m.tmx").value() == expected);
  CHECK(decode_xml(utf16(text, false), "m.tmx").value() == expected);
  CHECK(decode_xml(utf16(text, true), "m.tmx").value() == expected);
  CHECK(decode_xml("", "m.tmx").value().empty());
}

TEST_CASE("text in another encoding is refused with its place", "[translate]") {
  const auto cp949 = decode_xml("<a>\n\xB0\xA1</a>", "m.tmx");
  REQUIRE_FALSE(cp949);
  CHECK(cp949.error().code == galpi::ErrorCode::invalid_memory);
  CHECK(cp949.error().span->at == At{2, 1});
  CHECK_FALSE(decode_xml(std::string("\xFF\xFE<\0a", 5), "m.tmx"));
  CHECK_FALSE(decode_xml("\xFF\xFE" + utf16(std::u16string(1, u'\xD800'), false), "m.tmx"));
  CHECK_FALSE(decode_xml("\xFF\xFE" + utf16(std::u16string(1, u'\xDC00'), false), "m.tmx"));
}

TEST_CASE("declarations and references that could reach further are refused", "[translate]") {
  struct Row {
    std::string_view xml;
    bool good;
  };
  const Row rows[] = {
      {"<a/>", true},
      {"<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><a/>", true},
      {"<!DOCTYPE tmx PUBLIC '-//LISA>' 'x[y'><a/>", true},
      {"<!DOCTYPE tmx [<!ENTITY a 'b'>]><a>&a;</a>", false},
      {"<!DOCTYPE tmx SYSTEM 'a' [ ]><a/>", false},
      {"<!doctype tmx [<!ENTITY a 'b'>]><a/>", false},
      {"<a>&amp;&lt;&gt;&quot;&apos;&#44032;&#xAC00;</a>", true},
      {"<a>&nbsp;</a>", false},
      {"<a>&a;</a>", false},
      {"<a b='&xxe;'/>", false},
      {"<a>R&D</a>", false},
      {"<a>&#0;</a>", false},
      {"<a>&#x1F;</a>", false},
      {"<a>&#xFFFE;</a>", false},
      {"<a>&#xD800;</a>", false},
      {"<a>&#99999999999;</a>", false},
      {"<a>&#;</a>", false},
      {"<a>&#x;</a>", false},
      {"<!-- R&D &nbsp; --><a/>", true},
      {"<a><![CDATA[R&D <!ENTITY>]]></a>", true},
      {"<?target R&D ?><a/>", true},
      {"<!-- never closed &nbsp;", true},  // the parser says so
      {"<a>&amp", false},
  };
  for (const Row& row : rows) {
    INFO(row.xml);
    CHECK(check_xml(row.xml, "m.tmx").has_value() == row.good);
  }
  const auto refused = check_xml("<a>\n가&nbsp;</a>", "m.tmx");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "the reference `&nbsp;` is not allowed");
  CHECK(refused.error().span->at == At{2, 2});
}

TEST_CASE("places of rising offsets are counted once", "[translate]") {
  LineCounter lines("가나\n\n다");
  CHECK(lines.at(0) == At{1, 1});
  CHECK(lines.at(3) == At{1, 2});
  CHECK(lines.at(6) == At{1, 3});
  CHECK(lines.at(7) == At{2, 1});
  CHECK(lines.at(8) == At{3, 1});
  CHECK(lines.at(1000) == At{3, 2});
}
