#include "galpi/markup/xml_writer.hpp"

#include <cassert>

#include "galpi/markup/escape.hpp"

namespace galpi::markup {

void XmlWriter::declaration() { target_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

void XmlWriter::html_doctype() { target_ += "<!DOCTYPE html>\n"; }

void XmlWriter::start(std::string_view name) {
  close_start_tag();
  target_ += '<';
  open_.push_back({target_.size(), name.size()});
  target_ += name;
  in_start_tag_ = true;
}

void XmlWriter::end() {
  assert(!open_.empty());
  if (in_start_tag_) {
    target_ += "/>";
    in_start_tag_ = false;
  } else {
    target_ += "</";
    target_.append(target_, open_.back().offset, open_.back().length);
    target_ += '>';
  }
  open_.pop_back();
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  assert(in_start_tag_);
  target_ += ' ';
  target_ += name;
  target_ += "=\"";
  escape_to(target_, value, Context::xml_attribute);
  target_ += '"';
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view value) {
  if (value.empty()) return *this;
  close_start_tag();
  escape_to(target_, value, Context::xml_text);
  return *this;
}

void XmlWriter::text_element(std::string_view name, std::string_view value) {
  start(name);
  text(value);
  end();
}

void XmlWriter::line() {
  close_start_tag();
  target_ += '\n';
}

void XmlWriter::close_start_tag() {
  if (!in_start_tag_) return;
  target_ += '>';
  in_start_tag_ = false;
}

}  // namespace galpi::markup
