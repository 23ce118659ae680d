#include "galpi/markup/xml_writer.hpp"

#include <algorithm>
#include <cassert>
#include <concepts>
#include <cstring>

#include "escape_xml.hpp"

namespace galpi::markup {
namespace {

using namespace std::string_view_literals;

/// Appends pieces, which are no part of `target`, with one look at the room there is. Inlined, so
/// that those known here cost a store or two.
template <std::same_as<std::string_view>... Pieces>
void put(std::string& target, Pieces... pieces) {
  const std::size_t used = target.size();
  const std::size_t size = used + (pieces.size() + ...);
  target.resize_and_overwrite(size, [&](char* bytes, std::size_t) {
    char* end = bytes + used;
    ((std::memcpy(end, pieces.data(), pieces.size()), end += pieces.size()), ...);
    return size;
  });
}

/// Appends the end tag of the element whose name stands at `offset` of `target` itself.
void put_end_tag(std::string& target, std::size_t offset, std::size_t length) {
  const std::size_t used = target.size();
  const std::size_t size = used + length + 3;
  target.resize_and_overwrite(size, [&](char* bytes, std::size_t) {
    char* end = bytes + used;
    *end++ = '<';
    *end++ = '/';
    end = std::copy_n(bytes + offset, length, end);
    *end = '>';
    return size;
  });
}

}  // namespace

void XmlWriter::declaration() { target_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

void XmlWriter::html_doctype() { target_ += "<!DOCTYPE html>\n"; }

void XmlWriter::start(std::string_view name) {
  if (in_start_tag_) {
    put(target_, "><"sv, name);
  } else {
    put(target_, "<"sv, name);
  }
  open_.push_back({target_.size() - name.size(), name.size()});
  in_start_tag_ = true;
}

void XmlWriter::end() {
  assert(!open_.empty());
  if (in_start_tag_) {
    target_ += "/>";
    in_start_tag_ = false;
  } else {
    put_end_tag(target_, open_.back().offset, open_.back().length);
  }
  open_.pop_back();
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  assert(in_start_tag_);
  put(target_, " "sv, name, "=\""sv);
  escape_xml_attribute(target_, value);
  target_ += '"';
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name,
                                std::initializer_list<std::string_view> pieces) {
  assert(in_start_tag_);
  put(target_, " "sv, name, "=\""sv);
  for (const std::string_view piece : pieces) escape_xml_attribute(target_, piece);
  target_ += '"';
  return *this;
}

XmlWriter& XmlWriter::attributes(ConstantAttributes constant) {
  assert(in_start_tag_);
  put(target_, " "sv, constant.text());
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view value) {
  if (value.empty()) return *this;
  close_start_tag();
  escape_xml_text(target_, value);
  return *this;
}

void XmlWriter::text_element(std::string_view name, std::string_view value) {
  start(name);
  text(value);
  end();
}

void XmlWriter::line() {
  if (in_start_tag_) {
    put(target_, ">\n"sv);
    in_start_tag_ = false;
  } else {
    target_ += '\n';
  }
}

void XmlWriter::close_start_tag() {
  if (!in_start_tag_) return;
  target_ += '>';
  in_start_tag_ = false;
}

}  // namespace galpi::markup
