#include "galpi/markup/xml_writer.hpp"

#include <algorithm>
#include <cassert>

#include "galpi/markup/escape.hpp"

namespace galpi::markup {
namespace {

/// Appends three pieces with one look at the room there is.
void put(std::string& target, std::string_view first, std::string_view second,
         std::string_view third) {
  const std::size_t used = target.size();
  const std::size_t size = used + first.size() + second.size() + third.size();
  target.resize_and_overwrite(size, [&](char* bytes, std::size_t) {
    char* end = bytes + used;
    for (const std::string_view piece : {first, second, third}) {
      end = std::copy(piece.begin(), piece.end(), end);
    }
    return size;
  });
}

}  // namespace

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
  put(target_, " ", name, "=\"");
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
