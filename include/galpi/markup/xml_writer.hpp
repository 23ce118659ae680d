// The only way XML and XHTML are written: a streaming writer with scoped elements. Output goes to
// a string the caller owns and, while elements are open, only appends to. Attributes must be given
// before content; an element without content is closed as <x/>. Nobody concatenates tags.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace galpi::markup {

/// Attributes that are the same wherever they stand, as they are written: `class="a" lang="en"`.
/// Checked where the program is compiled, so a wrong one is an error there: single blanks between
/// attributes, values in double quotes that hold printable ASCII and nothing that needs escaping.
class ConstantAttributes {
 public:
  consteval ConstantAttributes(const char* text) : text_(text) {
    std::string_view rest = text_;
    while (!rest.empty()) {
      const std::size_t quote = rest.find("=\"");
      const std::size_t end = rest.find('"', quote + 2);
      check(quote != rest.npos && quote > 0 && end != rest.npos);
      for (const char c : rest.substr(0, quote)) check(is_plain(c) && c != ' ' && c != '=');
      for (const char c : rest.substr(quote + 2, end - quote - 2)) check(is_plain(c));
      rest.remove_prefix(end + 1);
      if (rest.empty()) break;
      check(rest.size() > 1 && rest.front() == ' ');
      rest.remove_prefix(1);
    }
  }
  constexpr std::string_view text() const { return text_; }

 private:
  static consteval bool is_plain(char c) {
    return c >= ' ' && c < 0x7F && !std::string_view("&<>\"'").contains(c);
  }
  static consteval void check(bool holds) {
    if (!holds) throw "no attributes";  // no constant expression: does not compile
  }

  std::string_view text_;
};

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
  /// The same, the value in pieces.
  XmlWriter& attribute(std::string_view name, std::initializer_list<std::string_view> pieces);
  /// Adds several that are known when the program is compiled.
  XmlWriter& attributes(ConstantAttributes constant);
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
