#include "plain_metadata.hpp"

#include <random>

#include "support/catch.hpp"

namespace galpi::ingest {

static bool operator==(const MetadataEntry& a, const MetadataEntry& b) {
  return a.key == b.key && a.values == b.values && a.is_list == b.is_list &&
         a.is_quoted == b.is_quoted && a.line == b.line;
}

namespace {

void check_as_yaml_does(const std::string& text) {
  const auto plain = read_plain_metadata(text);
  if (!plain) return;
  YamlFault fault;
  const auto yaml = read_yaml(text, fault);
  INFO(text << "\n" << fault.message);
  REQUIRE(yaml.has_value());
  CHECK(*plain == *yaml);
}

}  // namespace

TEST_CASE("usual front matter is read without a YAML parser, to the same values", "[ingest]") {
  const std::string usual[] = {
      "",
      "layout: post\ntitle: \"Daily Papers — 2025-10-01\"\ndate: 2025-10-01 08:15:00\n"
      "tags: [papers, hugginface]\ncategories: []\n",
      "title: 논문 읽기 (3)\ndate: 2025-10-01 08:15:00 +0900\npublished: false",
      "date:   2025-10-01  \ndate: 2025-10-02\n",
      "title: \"\"\nempty: \"  # : [ ] {{ }} 'x' \"\n",
      "tags: [ 논문 , a-b, x_y z ]\nplace: a/b/c\n",
      "key_1: 1\nkey-2: true\n",
  };
  for (const std::string& text : usual) {
    INFO(text);
    CHECK(read_plain_metadata(text).has_value());
    check_as_yaml_does(text);
  }
}

TEST_CASE("whatever else YAML can say is left to its parser", "[ingest]") {
  for (const char* text :
       {"a:\n",           "a: ~\n",        "a: null\n",   "a: Null\n",     "a: b: c\n",
        "a: b:\n",        "a: b #c\n",     "a: 'b'\n",    "a: \"b\\n\"\n", "a: \"b\" c\n",
        "a: \"b\"c\"\n",  "a: [b, [c]]\n", "a: [b,]\n",   "a: [b,,c]\n",   "a: [\"b\"]\n",
        "a: [b: c]\n",    "a: [null]\n",   "a: |\n  b\n", "a: >\n  b\n",   "a: &b c\n",
        "a: *b\n",        "a: !b c\n",     "a: - b\n",    "- a: b\n",      "# a\n",
        "a: b\n\nc: d\n", " a: b\n",       "a: b\n  c\n", "a : b\n",       "a: \tb\n",
        "\"a\": b\n",     "? a\n",         "a: {b: c}\n", "---\n",         "a: @b\n",
        "a: `b`\n",       "a: %b\n",       "a:b\n",       "a: b\r\n",      "_a: b\n",
        "a: b://c\n"}) {
    INFO(text);
    CHECK_FALSE(read_plain_metadata(text).has_value());
  }
}

TEST_CASE("what is read without a parser is what the parser reads", "[ingest]") {
  const std::string_view pieces[] = {"a",  "title", "date", ": ",         ":",  " ",     "\n",
                                     "\"", "'",     "[",    "]",          ",",  ", ",    "null",
                                     "-",  "- ",    "true", "2025-10-01", "가", "—",     "#",
                                     " #", "08:1",  "\t",   "~",          "\\", "x: y\n"};
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string text = "k: ";
    for (auto count = random() % 12; count > 0; --count) {
      text += pieces[random() % std::size(pieces)];
    }
    check_as_yaml_does(text);
  }
}

}  // namespace galpi::ingest
