#include "galpi/markup/xml_writer.hpp"

#include <pugixml.hpp>
#include <string>

#include "support/catch.hpp"

using galpi::markup::XmlWriter;

TEST_CASE("scopes close their elements, and an empty element is one tag", "[markup]") {
  std::string xml;
  XmlWriter writer(xml);
  writer.declaration();
  writer.html_doctype();
  {
    const auto html = writer.element("html");
    writer.attribute("lang", "ko").attribute("title", "\"<&>\"");
    writer.line();
    writer.text_element("title", "가 < 나");
    writer.start("br");
    writer.end();
    writer.text_element("p", "");
    const auto body = writer.element("body");
    writer.text("a").text("").text(" & b");
  }
  CHECK(xml ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
        "<html lang=\"ko\" title=\"&quot;&lt;&amp;&gt;&quot;\">\n"
        "<title>가 &lt; 나</title><br/><p/><body>a &amp; b</body></html>");
}

TEST_CASE("attributes may come in pieces, or ready from the source", "[markup]") {
  std::string xml;
  XmlWriter writer(xml);
  writer.start("a");
  writer.attributes(R"(class="note" epub:type="noteref")")
      .attribute("href", {"page.xhtml", "#", "a&b"})
      .attributes("title=\"\"")
      .text("1");
  writer.end();
  CHECK(xml ==
        "<a class=\"note\" epub:type=\"noteref\" href=\"page.xhtml#a&amp;b\" title=\"\">1</a>");
}

TEST_CASE("a moved scope closes its element once", "[markup]") {
  std::string xml;
  XmlWriter writer(xml);
  {
    auto outer = writer.element("a");
    const auto moved = std::move(outer);
    writer.text("x");
  }
  CHECK(xml == "<a>x</a>");
}

TEST_CASE("what is written reads back through an XML parser, 5000 levels deep", "[markup]") {
  std::string xml;
  XmlWriter writer(xml);
  constexpr int depth = 5000;
  for (int i = 0; i < depth; ++i) writer.start("d");
  writer.attribute("a", "1\n2").text("끝 \x01<&]]>");
  for (int i = 0; i < depth; ++i) writer.end();
  pugi::xml_document document;
  REQUIRE(document.load_string(xml.c_str()));
  pugi::xml_node node = document.first_child();
  while (node.child("d")) node = node.child("d");
  CHECK(std::string(node.attribute("a").value()) == "1\n2");
  CHECK(std::string(node.text().get()) == "끝 <&]]>");
}
