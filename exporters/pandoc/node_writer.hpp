// The JSON of pandoc's tree, written as a stream: `{"t":TYPE,"c":[…]}` for nodes, plain lists and
// strings within them. Commas come by themselves.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace galpi::exporters::pandoc {

/// pandoc's Attr: an id, classes, and of its key-value pairs the only one we write.
struct Attributes {
  std::string_view id;
  std::initializer_list<std::string_view> classes;  ///< empty ones are left out
  std::string_view language;                        ///< of `lang`; may be empty
};

/// `text` without what XML 1.0 forbids (most of what pandoc writes is XML, and it does not look):
/// control characters but tab and line feed, and U+FFFE and U+FFFF. `kept` holds the bytes if there
/// was something to leave out.
std::string_view without_forbidden(std::string_view text, std::string& kept);

class NodeWriter {
 public:
  explicit NodeWriter(std::string& target) : out_(target) {}

  void begin_list();
  void end_list() { out_ += ']'; }
  /// A node and the list of its arguments (or of its only argument's elements).
  void open(std::string_view type);
  void close() { out_ += "]}"; }
  /// A node without arguments.
  void empty(std::string_view type);
  /// A node whose only argument is a string.
  void leaf(std::string_view type, std::string_view text);
  void string(std::string_view text);
  void number(std::uint32_t value);
  void null();
  void attributes(const Attributes& attributes);
  /// A link's or an image's address and title, of which we have none.
  void target(std::string_view url);

 private:
  void comma();

  std::string& out_;
  std::string kept_;
};

}  // namespace galpi::exporters::pandoc
