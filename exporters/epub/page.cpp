#include "page.hpp"

#include "galpi/text/scripts.hpp"
#include "language.hpp"

namespace galpi::exporters::epub {

Page::Page(markup::XmlWriter& xml, std::string_view title, std::string_view body_class)
    : xml_(xml) {
  xml.declaration();
  xml.html_doctype();
  xml.start("html");
  xml.attributes(
      R"(xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" )"
      R"(lang="ko" xml:lang="ko")");
  xml.line();
  xml.start("head");
  xml.start("title");  // holds no elements, so one tag for all of it or none
  if (is_english(title, text::latin_runs(title))) mark_english(xml);
  xml.text(title);
  xml.end();
  xml.start("link");
  xml.attributes(R"(rel="stylesheet" type="text/css" href="style.css")");
  xml.end();
  xml.end();
  xml.line();
  xml.start("body");
  if (!body_class.empty()) xml.attribute("class", body_class);
  xml.line();
}

Page::~Page() {
  xml_.line();
  xml_.end();
  xml_.line();
  xml_.end();
  xml_.line();
}

}  // namespace galpi::exporters::epub
