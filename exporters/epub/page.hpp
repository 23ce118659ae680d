// The frame of every XHTML page of the book: doctype, head with the style sheet, body.
#pragma once

#include <string_view>

#include "galpi/markup/xml_writer.hpp"

namespace galpi::exporters::epub {

/// Opens the page when made and closes it when it goes out of scope. `title` is what reading
/// systems may show in their chrome; `body_class` may be empty.
class Page {
 public:
  Page(markup::XmlWriter& xml, std::string_view title, std::string_view body_class);
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;
  ~Page();

 private:
  markup::XmlWriter& xml_;
};

}  // namespace galpi::exporters::epub
