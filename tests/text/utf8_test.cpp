#include "galpi/text/utf8.hpp"

#include <string>

#include "support/catch.hpp"

using namespace galpi::text;

TEST_CASE("the first byte that is not UTF-8 is found at any distance from the start", "[text]") {
  struct Row {
    const char* name;
    std::string bytes;
    std::size_t valid;  ///< length of the well-formed part
  };
  const Row rows[] = {
      {"lone continuation byte", "\x80", 0},
      {"overlong slash in two bytes", "\xC0\xAF", 0},
      {"overlong in three bytes", "\xE0\x9F\xBF", 0},
      {"overlong in four bytes", "\xF0\x8F\xBF\xBF", 0},
      {"surrogate", "\xED\xA0\x80", 0},
      {"above U+10FFFF", "\xF4\x90\x80\x80", 0},
      {"lead F5", "\xF5\x80\x80\x80", 0},
      {"byte FF", "\xFF", 0},
      {"truncated after two of three", "\xEA\xB0", 0},
      {"truncated after three of four", "\xF0\x9F\x98", 0},
      {"truncated after one of two", "\xC3", 0},
      {"ASCII in the place of a continuation", "\xEA\xB0x", 0},
      {"lead in the place of a continuation", "\xC3\xC3\x80", 0},
      {"bad last byte of four", "\xF0\x9F\x98x", 0},
      {"CP949 text", "\xB0\xA1\xB3\xAA", 0},
  };
  for (const Row& row : rows) {
    for (const char* before : {"", "a", "abcdefg", "abcdefgh", "abcdefghi", "주", "주의abcdefgh의",
                               "\xC3\xA9", "\xED\x9E\xA3", "😀"}) {
      INFO(row.name << " after " << before);
      const std::string prefix = before;
      CHECK(find_invalid_utf8(prefix + row.bytes) == prefix.size() + row.valid);
      CHECK(find_invalid_utf8(prefix + row.bytes + "가나다") == prefix.size() + row.valid);
    }
  }
}

TEST_CASE("well-formed text of every length of sequence passes", "[text]") {
  const std::string_view good[] = {"",
                                   "a",
                                   "\x7F",
                                   "\xC2\x80",
                                   "\xDF\xBF",
                                   "\xE0\xA0\x80",
                                   "\xED\x9F\xBF",
                                   "\xEE\x80\x80",
                                   "\xEF\xBF\xBF",
                                   "\xF0\x90\x80\x80",
                                   "\xF4\x8F\xBF\xBF",
                                   "대형 언어 모델(LLM)은 20~40% 향상… é 😀 끝",
                                   std::string_view("a\0b", 3)};
  for (const std::string_view text : good) {
    INFO(text);
    CHECK_FALSE(find_invalid_utf8(text));
    CHECK_FALSE(find_invalid_utf8(std::string(text) + std::string(text) + "12345678"));
  }
}

TEST_CASE("usual text is printable ASCII, tabs, line feeds and Hangul syllables", "[text]") {
  struct Row {
    std::string_view text;
    std::size_t unusual;
  };
  const Row rows[] = {
      {"", 0},
      {"a ~\t\n가힣", 11},
      {"가", 3},
      {"가\xEA\xB0", 3},
      {"가\xEA", 3},
      {"ab\r\n", 2},
      {std::string_view("a\0b", 3), 1},
      {"\x7F", 0},
      {"a\x80", 1},
      {"한—글", 3},
      {"\xEA\xAF\xBF", 0},    // U+ABFF, before the syllables
      {"\xED\x9E\xA4", 0},    // U+D7A4, behind them
      {"가\xE1\x86\xA8", 3},  // a final consonant that would join the syllable
      {"가\xEA\xB0x", 3},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(find_unusual(row.text, 0) == row.unusual);
    CHECK(find_unusual("가나" + std::string(row.text), 3) == 6 + row.unusual);
  }
}

TEST_CASE("what is unusual is found wherever it stands", "[text]") {
  struct Row {
    std::string_view text;
    std::size_t unusual;
  };
  const Row rows[] = {
      {"가a나b다c 라마바사아자차카타파하힣", 49},
      {"\x1F", 0},
      {"\x7F", 0},
      {"\r", 0},
      {"\x80", 0},
      {"가\x80", 3},
      {"\xE9\xBF\xBF", 0},
      {"\xEA\xAF\xBF", 0},
      {"\xED\x9E\xA4", 0},
      {"\xED\x9F\x80", 0},
      {"\xEE\x80\x80", 0},
      {"\xEC\xEC\x80\x80", 0},
      {"\xEC\x80 ", 0},
      {"\xEC ", 0},
      {"—", 0},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    std::string before;
    for (int i = 0; i < 24; ++i) {
      const std::string text = before + std::string(row.text);
      CHECK(find_unusual(text, 0) == before.size() + row.unusual);
      CHECK(find_unusual(text + std::string(40, 'z'), 0) ==
            before.size() + row.unusual + (row.unusual == row.text.size() ? 40 : 0));
      before += i % 3 == 1 ? "\t" : "힘";
    }
  }
}

TEST_CASE("usual text is looked at from where one says", "[text]") {
  // What stands before is no part of it, not even when it would go on.
  for (const std::string_view before : {"\xEC", "\xEC\x80", "\xED\x9E", "—\xEA"}) {
    const std::string text = std::string(before) + std::string(40, 'a');
    CHECK(find_unusual(text, before.size()) == text.size());
    const std::string broken = std::string(before) + "\x80" + std::string(40, 'a');
    CHECK(find_unusual(broken, before.size()) == before.size());
  }
}

TEST_CASE("every Unicode scalar value survives writing and reading both ways", "[text]") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 37) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "가";
    append_code_point(text, c);
    std::size_t forward = 3;
    std::size_t backward = text.size();
    const bool good = !find_invalid_utf8(text) && next_code_point(text, forward) == c &&
                      forward == text.size() && previous_code_point(text, backward) == c &&
                      backward == 3 && count_code_points(text) == 2;
    if (!good) FAIL("U+" << std::hex << static_cast<std::uint32_t>(c));
  }
}

TEST_CASE("classes of characters are Unicode's, not the locale's", "[text]") {
  struct Row {
    char32_t c;
    bool letter, latin, punctuation, space, hangul;
  };
  const Row rows[] = {
      {U'a', true, true, false, false, false},    {U'Z', true, true, false, false, false},
      {U'7', true, false, false, false, false},   {U'@', false, false, true, false, false},
      {U'[', false, false, true, false, false},   {U'`', false, false, true, false, false},
      {U'{', false, false, true, false, false},   {U'$', false, false, true, false, false},
      {U' ', false, false, false, true, false},   {U'\t', false, false, false, true, false},
      {0x1F, false, false, false, false, false},  {0x7F, false, false, false, false, false},
      {U'가', true, false, false, false, true},   {U'힣', true, false, false, false, true},
      {U'ㄱ', true, false, false, false, true},   {0x1100, true, false, false, false, true},
      {0x11A8, true, false, false, false, true},  {0xFFA1, true, false, false, false, true},
      {U'é', true, true, false, false, false},    {U'ǆ', true, true, false, false, false},
      {U'ẟ', true, true, false, false, false},    {U'Ａ', true, true, false, false, false},
      {U'α', true, false, false, false, false},   {U'零', true, false, false, false, false},
      {U'²', true, false, false, false, false},   {0x0301, true, false, false, false, false},
      {U'…', false, false, true, false, false},   {U'“', false, false, true, false, false},
      {U'→', false, false, true, false, false},   {U'±', false, false, true, false, false},
      {U'×', false, false, true, false, false},   {U'。', false, false, true, false, false},
      {0xA0, false, false, false, true, false},   {0x3000, false, false, false, true, false},
      {0x2028, false, false, false, true, false}, {0x200B, false, false, false, false, false},
      {0x85, false, false, false, true, false},   {U'😀', false, false, true, false, false},
  };
  for (const Row& row : rows) {
    INFO("U+" << std::hex << static_cast<std::uint32_t>(row.c));
    CHECK(is_letter_or_digit(row.c) == row.letter);
    CHECK(is_latin_letter(row.c) == row.latin);
    CHECK(is_punctuation(row.c) == row.punctuation);
    CHECK(is_space(row.c) == row.space);
    CHECK(is_hangul(row.c) == row.hangul);
  }
}

TEST_CASE("symbols beyond ASCII are told from punctuation", "[text]") {
  for (const char32_t c : {U'→', U'×', U'€', U'😀'}) CHECK(is_symbol(c));
  for (const char32_t c : {U'”', U'…', U'·', U'가', U'a', U'+', U'$'}) CHECK_FALSE(is_symbol(c));
}

TEST_CASE("lower case is ASCII's alone", "[text]") {
  CHECK(ascii_lower("ABC xyz ÀÉ İ 가@[") == "abc xyz ÀÉ İ 가@[");
}
