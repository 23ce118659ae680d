#include "ingest/source_text.hpp"

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::ingest;

namespace {

struct Read {
  SourceText source;
  std::string reports;  ///< `code@line:column` separated by spaces
};

Read read(std::string_view bytes) {
  DiagnosticList list;
  auto source = read_source(bytes, "x.md", list);
  REQUIRE(source);
  Read result{std::move(*source), ""};
  for (const Diagnostic& d : list.items()) {
    result.reports += (result.reports.empty() ? "" : " ") + std::string(code_name(d.code)) + "@" +
                      std::to_string(d.span.at.line) + ":" + std::to_string(d.span.at.column);
  }
  return result;
}

}  // namespace

TEST_CASE("bytes become clean text and say what was repaired", "[ingest]") {
  struct Row {
    std::string_view bytes;
    std::string_view text;
    std::string_view reports;
  };
  using namespace std::string_view_literals;
  const Row rows[] = {
      {"가나\nb", "가나\nb", ""},
      {"\xEF\xBB\xBF가", "가", ""},
      {"a\r\nb\rc\n", "a\nb\nc\n", ""},
      {"a\0b"sv, "ab", "control-character@1:2"},
      {"가\x01\x02나\nx\x7F", "가나\nx", "control-character@1:2 control-character@2:2"},
      {"a\tb", "a\tb", ""},
      {"가\xE2\x80\x8B나\xEF\xBB\xBF", "가나", "invisible-character@1:2"},
      {"\xE2\x80\xAE"
       "abc",
       "abc", "invisible-character@1:1"},
      {"👩\xE2\x80\x8D👧 a\xE2\x80\x8D"
       "b",
       "👩\xE2\x80\x8D👧 ab", "invisible-character@1:6"},
      {"가\xFF나 그리고 다른 글", "가\xEF\xBF\xBD나 그리고 다른 글", "invalid-utf8@1:2"},
      {"\xE1\x84\x80\xE1\x85\xA1", "가", ""},
      {"caf\x65\xCC\x81!", "café!", ""},
      {"\xC2\x85x", "x", "control-character@1:1"},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.bytes);
    const Read result = read(row.bytes);
    CHECK(result.source.text() == row.text);
    CHECK(result.reports == row.reports);
  }
}

TEST_CASE("what is no UTF-8 at all is refused with a place", "[ingest]") {
  using namespace std::string_view_literals;
  const std::string_view rows[] = {
      "\xFF\xFE"
      "a\0b\0"sv,
      "\xFE\xFF\0a\0b"sv,
      "\xFF\xFE\0\0a\0\0\0"sv,
      "a\0b\0c\0d\0e\0f\0g\0"sv,
      "\xC1\xA6\xB8\xF1: \xB3\xED\xB9\xAE \xBF\xE4\xBE\xE0 \xB8\xF0\xC0\xBD",  // CP949
  };
  for (const std::string_view bytes : rows) {
    DiagnosticList list;
    const auto source = read_source(bytes, "x.md", list);
    REQUIRE_FALSE(source);
    CHECK(source.error().code == ErrorCode::invalid_input);
    REQUIRE(list.items().size() == 1);
    CHECK(list.items()[0].code == DiagnosticCode::not_utf8);
    CHECK(list.items()[0].span.at.line == 1);
  }
}

TEST_CASE("places lead back to raw lines and columns in code points", "[ingest]") {
  // A byte order mark is not counted, a removed character and each jamo are one column.
  const Read result = read(
      "\xEF\xBB\xBF가\xE2\x80\x8B나\r\n\t\xE1\x84\x80\xE1\x85\xA1"
      "x\ry");
  CHECK(result.source.text() == "가나\n\t가x\ny");
  CHECK(result.source.at(0) == At{1, 1});
  CHECK(result.source.at(3) == At{1, 3});   // 나
  CHECK(result.source.at(7) == At{2, 1});   // the tab
  CHECK(result.source.at(8) == At{2, 2});   // 가 from two jamo
  CHECK(result.source.at(11) == At{2, 4});  // x
  CHECK(result.source.at(13) == At{3, 1});  // y
  CHECK(result.source.at(3) == At{1, 3});   // and back again
  CHECK(result.source.raw_line(1) == "가\xE2\x80\x8B나");
  CHECK(result.source.raw_lines().size() == 3);
}

TEST_CASE("values that escapes can spoil are cleaned", "[ingest]") {
  CHECK(clean_value("a\xE2\x80\xAE"
                    "b\x01") == "ab");
  CHECK(clean_value("e\xCC\x81") == "é");
  CHECK(clean_value("plain") == "plain");
}
