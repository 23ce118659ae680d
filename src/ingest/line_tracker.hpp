// Follows the block structure of Markdown line by line (CommonMark 0.29, appendix "Phase 1"):
// enough to tell code from prose and to know where the text of a line begins. The repairs that must
// happen before cmark reads the text use it to look only where they may.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace galpi::ingest {

enum class LineKind : std::uint8_t {
  blank,
  text,        ///< a line of a paragraph or table, or a setext underline
  heading,     ///< ATX
  rule,        ///< a thematic break
  fence_open,  ///< content starts at the fence
  fence_inside,
  fence_close,
  indented_code,
  html,  ///< within an HTML block of CommonMark's type 1 (<pre>) or 6
};

struct TrackedLine {
  LineKind kind = LineKind::blank;
  std::uint32_t content = 0;              ///< byte offset in the line at which the text begins
  std::uint32_t markers = 0;              ///< `>`, list markers and footnote labels before it
  bool after_list_marker = false;         ///< the last of them is a list marker
  bool too_many_markers = false;          ///< reading stopped at the limit
  bool continues_paragraph = false;       ///< text that goes on with the paragraph before it
  std::optional<std::uint32_t> footnote;  ///< byte offset of a footnote definition's `[`
};

struct Fence {
  char character = 0;
  std::uint32_t length = 0;
};

class LineTracker {
 public:
  explicit LineTracker(std::size_t marker_limit) : marker_limit_(marker_limit) {}

  /// Reads the next line (without its line end).
  TrackedLine read(std::string_view text);

  /// Where the text of a *later* line would begin if the containers open now went on: nothing when
  /// one of them ends there. For looking ahead.
  std::optional<std::uint32_t> peek(std::string_view line) const;

  /// The fence that is open, if any.
  const std::optional<Fence>& fence() const { return fence_; }
  /// Ends it: a repair closes it here.
  void close_fence() { fence_.reset(); }
  /// Takes the line just read for prose although it looks like the start of an HTML block.
  void not_html() { in_html_ = in_pre_ = false; }
  bool in_container() const { return !containers_.empty(); }
  /// Equal for equal containers, for remembering what peek() found under them.
  std::uint64_t containers_key() const;

 private:
  struct Container {
    bool is_quote;
    std::uint32_t width;  ///< columns of indentation that the content of an item needs
  };
  class Cursor;

  std::size_t match(Cursor& cursor) const;
  bool open_container(Cursor& cursor, TrackedLine& line, bool in_paragraph);
  LineKind leaf(const Cursor& cursor, std::string_view rest, bool interrupts);
  bool continue_html(std::string_view rest, bool matched_all);

  std::size_t marker_limit_;
  std::vector<Container> containers_;
  std::vector<Container> unmatched_;  ///< by the line being read; a member to keep its room
  std::optional<Fence> fence_;
  bool in_paragraph_ = false;
  bool in_html_ = false;
  bool in_pre_ = false;
};

/// A fence of at least three backticks or tildes at the start of `text`; with `closing`, one with
/// nothing after it. An info string of a backtick fence has no backtick.
std::optional<Fence> read_fence(std::string_view text, bool closing);

/// Whether `text` opens an ATX heading.
bool is_heading_text(std::string_view text);

/// The byte length of `[^label]:` at the start of `text`, or 0.
std::size_t footnote_label_length(std::string_view text);

}  // namespace galpi::ingest
