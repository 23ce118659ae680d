// A list of inlines in the shape pandoc's own readers give it: words are Str, the white space
// between them is one Space or LineBreak, none stands at either end, at a line's start or just
// inside emphasis, and no node is empty. So nodes are opened only when something comes that stands
// in them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "node_writer.hpp"

namespace galpi::exporters::pandoc {

class InlineList {
 public:
  explicit InlineList(NodeWriter& nodes) : nodes_(nodes) {}

  /// Starts anew: the caller has opened the list, or the node, that the inlines stand in.
  void begin();
  /// Writes out what is held back; everything that was opened must be closed.
  void finish();

  /// A line feed is a LineBreak, a run of spaces and tabs a Space; any other white space is a
  /// character like others.
  void text(std::string_view text);

  /// `Emph`, `Strong` and their like, which have only inlines.
  void open(std::string_view type);
  void open_link(std::string_view url);
  void open_english();
  void close();

  /// For a node that is written whole by the caller.
  NodeWriter& atom();

 private:
  enum class Kind : unsigned char { plain, link, english };
  struct Open {
    Kind kind;
    std::string_view type;
    std::string url;
    bool is_written;
  };

  void push(Kind kind, std::string_view type, std::string_view url);
  void write_held_back();
  void end_word();

  NodeWriter& nodes_;
  std::vector<Open> open_;
  std::string word_;
  std::string kept_;
  std::size_t unwritten_ = 0;  ///< how many of open_, from the end, are not written yet
  std::size_t breaks_ = 0;
  bool has_space_ = false;
  bool has_content_ = false;
};

}  // namespace galpi::exporters::pandoc
