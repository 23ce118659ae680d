#include "galpi/markup/escape.hpp"

#include <pugixml.hpp>
#include <string>

#include "support/catch.hpp"

using namespace galpi::markup;

TEST_CASE("XML text and attributes hold every character XML allows and no other", "[markup]") {
  struct Row {
    const char* name;
    std::string text;
    std::string in_text;
    std::string in_attribute;
  };
  const Row rows[] = {
      {"nothing", "", "", ""},
      {"Korean prose", "주의(attention)를", "주의(attention)를", "주의(attention)를"},
      {"markup", "<a href=\"x\">&amp;</a>", "&lt;a href=\"x\"&gt;&amp;amp;&lt;/a&gt;",
       "&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;"},
      {"the end of a CDATA section", "]]>", "]]&gt;", "]]&gt;"},
      {"apostrophe", "it's", "it's", "it's"},
      {"line ends and tabs", "a\nb\tc\rd", "a\nb\tc&#13;d", "a&#10;b&#9;c&#13;d"},
      {"controls", std::string("a\0b\x01\x08\x0B\x0C\x1F", 8) + "c", "abc", "abc"},
      {"delete and C1 are allowed", "\x7F\xC2\x80", "\x7F\xC2\x80", "\x7F\xC2\x80"},
      {"noncharacters", "a\uFFFEb\uFFFFc", "abc", "abc"},
      {"neighbours of noncharacters", "\uFFFD\uFF01\uF8FF", "\uFFFD\uFF01\uF8FF",
       "\uFFFD\uFF01\uF8FF"},
      {"a cut lead byte", "a\xEF", "a\xEF", "a\xEF"},
      {"beyond the basic plane", "😀", "😀", "😀"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(escape(row.text, Context::xml_text) == row.in_text);
    CHECK(escape(row.text, Context::xml_attribute) == row.in_attribute);
  }
}

TEST_CASE("a special character is found at every place of texts of every length", "[markup]") {
  const std::string prefix = "<a>";  // nothing before the text changes
  for (std::size_t length = 0; length < 70; ++length) {
    const std::string plain(length, 'a');
    for (const Context context : {Context::xml_text, Context::xml_attribute}) {
      std::string target = prefix;
      escape_to(target, plain, context);
      REQUIRE(target == prefix + plain);
      for (std::size_t at = 0; at < length; ++at) {
        std::string text = plain;
        text[at] = '&';
        target = prefix;
        escape_to(target, text, context);
        REQUIRE(target == prefix + text.substr(0, at) + "&amp;" + text.substr(at + 1));
        text[at] = '\x1F';
        REQUIRE(escape(text, context) == text.substr(0, at) + text.substr(at + 1));
        text[at] = '"';
        const std::string quote = context == Context::xml_text ? "\"" : "&quot;";
        REQUIRE(escape(text, context) == text.substr(0, at) + quote + text.substr(at + 1));
      }
    }
  }
}

TEST_CASE("an XML reader gets back what was written", "[markup]") {
  const std::string nasty = "<&>\"' ]]> &amp; \r\n\t가나다 é 😀 \uFFFD --> <![CDATA[";
  const std::string xml = "<x a=\"" + escape(nasty, Context::xml_attribute) + "\">" +
                          escape(nasty, Context::xml_text) + "</x>";
  pugi::xml_document document;
  REQUIRE(document.load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
  CHECK(std::string(document.child("x").attribute("a").value()) == nasty);
  CHECK(std::string(document.child("x").text().get()) == nasty);
}

TEST_CASE("a cell of a tab-separated table is one line and loses nothing", "[markup]") {
  CHECK(escape("", Context::tsv_cell).empty());
  CHECK(escape("글, \"말\"", Context::tsv_cell) == "글, \"말\"");
  CHECK(escape("a\tb\nc\rd\\e", Context::tsv_cell) == "a\\tb\\nc\\rd\\\\e");
  CHECK(escape("\\t", Context::tsv_cell) == "\\\\t");
}
