// The only way XML and XHTML are written: a streaming writer with scoped elements. Output goes to
// a string the caller owns and, while elements are open, only appends to. Attributes must be given
// before content; an element without content is closed as <x/>. Nobody concatenates tags.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galpi::markup {

class XmlWriter {
 public:
  explicit XmlWriter(std::string& target) : target_(target) {}

  /// Closes its element when it goes out of scope.
  class Scope {
   public:
    explicit Scope(XmlWriter& writer) : writer_(&writer) {}
    Scope(Scope&& other) noexcept : writer_(other.writer_) { other.writer_ = nullptr; }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    Scope& operator=(Scope&&) = delete;
    ~Scope() {
      if (writer_ != nullptr) writer_->end();
    }

   private:
    XmlWriter* writer_;
  };

  /// `<?xml version="1.0" encoding="UTF-8"?>` and, for XHTML, the HTML5 doctype.
  void declaration();
  void html_doctype();

  void start(std::string_view name);
  void end();
  [[nodiscard]] Scope element(std::string_view name) {
    start(name);
    return Scope(*this);
  }
  /// Adds an attribute to the element just started.
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& text(std::string_view value);
  /// `<name>value</name>` in one call.
  void text_element(std::string_view name, std::string_view value);
  /// A line end between elements, for readable files; never inside mixed content.
  void line();

 private:
  /// Where in the target an open element's name stands: its end tag copies it from there.
  struct Name {
    std::size_t offset;
    std::size_t length;
  };

  void close_start_tag();

  std::string& target_;
  std::vector<Name> open_;
  bool in_start_tag_ = false;
};

}  // namespace galpi::markup
