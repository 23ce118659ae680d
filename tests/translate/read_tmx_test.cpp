#include <string>

#include "galpi/translate/memory.hpp"
#include "support/catch.hpp"

using galpi::At;
using galpi::DiagnosticCode;
using galpi::DiagnosticList;
using galpi::translate::Memory;
using galpi::translate::read_tmx;

namespace {

std::string tmx(std::string_view units) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
         "<tmx version=\"1.4\"><header srclang=\"ko\"/><body>\n" +
         std::string(units) + "</body></tmx>\n";
}

std::string unit(std::string_view korean, std::string_view english) {
  return "<tu><tuv xml:lang=\"ko\"><seg>" + std::string(korean) +
         "</seg></tuv><tuv xml:lang=\"en\"><seg>" + std::string(english) + "</seg></tuv></tu>\n";
}

}  // namespace

TEST_CASE("segments are read with their inline elements as text", "[translate]") {
  struct Row {
    std::string_view what;
    std::string units;
    std::string_view korean;
    std::string_view english;
  };
  const Row rows[] = {
      {"plain", unit("모델은 빠르다.", "The model is fast."), "모델은 빠르다.",
       "The model is fast."},
      {"entities", unit("가 &lt; 나", "R&amp;D &#x41;"), "가 < 나", "R&D A"},
      {"CDATA", unit("<![CDATA[가 & 나]]>", "b"), "가 & 나", "b"},
      {"white space folded", unit("\n  가\n  나\n", " a\tb "), "가 나", "a b"},
      {"emphasis", unit("<hi type=\"b\">가</hi> <hi>나</hi>", "a <hi>b</hi>"), "가 나", "a b"},
      {"a formula in a placeholder", unit("값은 <ph x=\"1\">$x$</ph>이다", "it is <ph>$x$</ph>"),
       "값은 $x$이다", "it is $x$"},
      {"tags of another format are no text",
       unit("<bpt i=\"1\">&lt;b&gt;</bpt>가<ept i=\"1\">&lt;/b&gt;</ept><ph>&lt;br/&gt;</ph>",
            "<it pos=\"begin\">&lt;i&gt;</it>a"),
       "가", "a"},
      {"regions",
       "<tu><tuv xml:lang=\"en-US\"><seg>color</seg></tuv><tuv xml:lang=\"EN_gb\"><seg>colour</seg>"
       "</tuv><tuv xml:lang=\"KO-KR\"><seg>색</seg></tuv></tu>",
       "색", "color"},
      {"the old attribute",
       "<tu><tuv lang=\"ko\"><seg>가</seg></tuv><tuv lang=\"en\"><seg>a</seg></tuv></tu>", "가",
       "a"},
      {"other languages beside",
       "<tu><tuv xml:lang=\"de\"><seg>x</seg></tuv><tuv xml:lang=\"kok\"><seg>y</seg></tuv>" +
           unit("가", "a").substr(4),
       "가", "a"},
      {"jamo", unit("\xE1\x84\x80\xE1\x85\xA1", "a"), "가", "a"},
      {"hidden characters", unit("가", "a\xE2\x80\xAE\xE2\x80\x8B b"), "가", "a b"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    Memory memory;
    DiagnosticList list;
    REQUIRE(read_tmx(tmx(row.units), "memory.tmx", memory, list));
    CHECK(list.items().empty());
    REQUIRE(memory.find(row.korean) != nullptr);
    CHECK(*memory.find(row.korean) == row.english);
    CHECK(memory.size() == 1);
  }
}

TEST_CASE("a unit without one of the languages is skipped, and said where", "[translate]") {
  Memory memory;
  DiagnosticList list;
  const std::string units = unit("가", "a") +
                            "<tu><tuv xml:lang=\"ko\"><seg>나</seg></tuv></tu>\n" + unit("", "c") +
                            "<tu/>\n" + unit("라", "d");
  REQUIRE(read_tmx(tmx(units), "memory.tmx", memory, list));
  CHECK(memory.size() == 2);
  REQUIRE(list.items().size() == 3);
  CHECK(list.items()[0].code == DiagnosticCode::memory_unit_skipped);
  CHECK(list.items()[0].message == "a unit has no English text; left out");
  CHECK(list.items()[0].span.file == "memory.tmx");
  CHECK(list.items()[0].span.at.line == 5);
  CHECK(list.items()[1].message == "a unit has no Korean text; left out");
  CHECK(list.items()[1].span.at.line == 6);
}

TEST_CASE("a memory of other languages does not flood the terminal", "[translate]") {
  std::string units;
  for (int i = 0; i < 500; ++i) units += "<tu><tuv xml:lang=\"de\"><seg>x</seg></tuv></tu>\n";
  Memory memory;
  DiagnosticList list;
  REQUIRE(read_tmx(tmx(units), "memory.tmx", memory, list));
  CHECK(list.items().size() == 101);
  CHECK(list.items().back().message == "400 more units lack Korean or English text; left out");
}

TEST_CASE("what is no TMX is refused, and nothing of it is kept", "[translate]") {
  struct Row {
    std::string_view what;
    std::string xml;
    std::string_view message;
    std::uint32_t line;
  };
  const std::string good = tmx(unit("가", "a"));
  const Row rows[] = {
      {"nothing", "", "not well-formed XML", 1},
      {"text", "그냥 글", "not well-formed XML", 1},
      {"another root", "<xliff/>", "the root element is `xliff`, not `tmx`", 0},
      {"no body", "<tmx><header/></tmx>", "the memory has no `body`", 0},
      {"cut off", good.substr(0, good.size() - 20), "not well-formed XML", 4},
      {"tags crossed", "<tmx>\n<body>\n</tmx></body>", "not well-formed XML", 3},
      {"entities of its own",
       "<!DOCTYPE tmx [\n<!ENTITY a \"가\">\n<!ENTITY b \"&a;&a;\">]>\n<tmx><body/></tmx>",
       "a document type with declarations of its own", 1},
      {"an unknown entity", tmx(unit("가&nbsp;", "a")), "the reference `&nbsp;` is not allowed", 4},
      {"another encoding", "<tmx>\n<body>\xB0\xA1</body></tmx>", "neither UTF-8 nor UTF-16", 2},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    Memory memory;
    DiagnosticList list;
    const auto read = read_tmx(row.xml, "memory.tmx", memory, list);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == galpi::ErrorCode::invalid_memory);
    CHECK(memory.size() == 0);
    REQUIRE(list.items().size() == 1);
    CHECK(list.items()[0].code == DiagnosticCode::memory_invalid);
    CHECK(list.items()[0].span.at.line == row.line);
    CHECK(list.items()[0].message.contains(row.message));
  }
}

TEST_CASE("a UTF-16 memory is read", "[translate]") {
  std::string bytes = "\xFF\xFE";
  for (const char16_t unit : std::u16string_view(
           u"<tmx version=\"1.4\"><body><tu><tuv xml:lang=\"ko\"><seg>가나</seg></tuv>"
           u"<tuv xml:lang=\"en\"><seg>a</seg></tuv></tu></body></tmx>")) {
    bytes += static_cast<char>(unit & 0xFFU);
    bytes += static_cast<char>(unit >> 8U);
  }
  Memory memory;
  DiagnosticList list;
  REQUIRE(read_tmx(bytes, "memory.tmx", memory, list));
  CHECK(memory.find("가나") != nullptr);
}

TEST_CASE("elements nested without end do not exhaust the stack", "[translate]") {
  std::string seg;
  for (int i = 0; i < 200'000; ++i) seg += "<hi>";
  seg += "가";
  for (int i = 0; i < 200'000; ++i) seg += "</hi>";
  Memory memory;
  DiagnosticList list;
  REQUIRE(read_tmx(tmx(unit(seg, "a")), "memory.tmx", memory, list));
  CHECK(memory.find("가") != nullptr);
}
