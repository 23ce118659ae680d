#include "heading_join.hpp"

#include "galpi/text/byte_search.hpp"
#include "line_tracker.hpp"

namespace galpi::ingest {
namespace {

/// A title is wrapped over a few lines at most.
constexpr std::uint32_t most_lines = 4;

constexpr galpi::text::ByteSet link_bytes = galpi::text::make_byte_set("\\[]()");

/// Follows `[text](destination)` over several stretches of text.
class LinkScanner {
 public:
  enum class State : std::uint8_t { outside, text, between, destination };

  void read(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      // Anything ends the state between text and destination.
      if (state_ != State::between) i = galpi::text::find_byte<link_bytes>(text, i);
      if (i == text.size()) return;
      if (text[i] == '\\') {
        ++i;
        if (state_ == State::between) state_ = State::outside;
      } else {
        step(text[i]);
      }
    }
  }
  State state() const { return state_; }
  bool completed() const { return completed_; }
  void forget_completed() { completed_ = false; }

 private:
  void step(char c) {
    switch (state_) {
      case State::destination:
        if (c == '(') ++depth_;
        if (c == ')' && --depth_ == 0) {
          state_ = State::outside;
          completed_ = true;
        }
        return;
      case State::text:
        if (c == '[') ++depth_;
        if (c == ']' && --depth_ == 0) state_ = State::between;
        return;
      case State::between:
        state_ = c == '(' ? State::destination : State::outside;
        depth_ = 1;
        if (c != '[') return;
        [[fallthrough]];
      case State::outside:
        if (c != '[') return;
        state_ = State::text;
        depth_ = 1;
        return;
    }
  }

  State state_ = State::outside;
  int depth_ = 0;
  bool completed_ = false;
};

std::string_view trim(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t') || line.ends_with('\\')) line.remove_suffix(1);
  while (line.starts_with(' ') || line.starts_with('\t')) line.remove_prefix(1);
  return line;
}

bool starts_other_block(std::string_view line) {
  return is_heading_text(line) || line.starts_with('>') || line.starts_with("- ") ||
         line.starts_with("* ") || read_fence(line, false).has_value();
}

}  // namespace

std::optional<HeadingJoin> find_heading_join(std::string_view content, std::uint32_t number,
                                             const Lines& lines) {
  using State = LinkScanner::State;
  LinkScanner scanner;
  scanner.read(trim(content));
  const State broken_in = scanner.state();
  if (broken_in == State::outside) return std::nullopt;
  scanner.forget_completed();
  std::uint32_t joined = 0;
  bool seen_blank = false;
  for (std::uint32_t line = number + 1; line < lines.count() && joined < most_lines; ++line) {
    const std::string_view text = trim(lines[line]);
    if (text.empty()) {
      if (seen_blank) return std::nullopt;
      seen_blank = true;
      continue;
    }
    const bool no_destination = scanner.state() == State::between && !text.starts_with("(http");
    if (starts_other_block(text) || no_destination) return std::nullopt;
    scanner.read(text);
    ++joined;
    if (scanner.completed()) return HeadingJoin{line, broken_in == State::text};
    if (scanner.state() == State::outside) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace galpi::ingest
