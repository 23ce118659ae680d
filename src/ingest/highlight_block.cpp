#include "highlight_block.hpp"

#include <algorithm>
#include <string_view>

namespace galpi::ingest {
namespace {

/// A fence longer than every run of backticks in `code`.
std::string fence_for(std::string_view code) {
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest + 1, '`');
}

/// The language; options such as `linenos` follow it.
std::string_view language_of(std::string_view arguments) {
  const std::string_view word = arguments.substr(0, arguments.find_first_of(" \t"));
  return word.find_first_of("`\"'{}<>=") == std::string_view::npos ? word : std::string_view();
}

class HighlightWriter {
 public:
  HighlightWriter(const HighlightBlock& block, const Lines& lines, const LineTracker& tracker,
                  RawRegions& raw, Rewriter& output)
      : block_(block), lines_(lines), tracker_(tracker), raw_(raw), output_(output) {}

  void write() {
    const std::string_view text = lines_.text();
    // `{% highlight html %}{% raw %}` is how one writes it: the code begins in the next line.
    const RawRegion* const raw = raw_.at(block_.open.end);
    const bool is_raw = raw != nullptr && raw->open.begin == block_.open.end;
    const std::uint32_t begin = is_raw ? raw->open.end : block_.open.end;
    const std::uint32_t end = block_.close.begin;
    const std::string fence = fence_for(text.substr(begin, end - begin));
    output_.insert(block_.lead + fence + std::string(language_of(block_.open.arguments)) + "\n");
    output_.skip_to(begin);
    write_code(lines_.of(begin), begin, end);
    if (!at_line_start_) output_.insert("\n");
    output_.insert(block_.prefix + fence);
    output_.skip_to(block_.close.end);
    const std::uint32_t line_end = lines_.end(lines_.of(block_.close.begin));
    if (!is_blank(text.substr(block_.close.end, line_end - block_.close.end))) {
      output_.insert("\n");  // what follows is a line of its own
    }
  }

 private:
  /// The code from `begin` in `line` to `end`, each line within the containers of the tag.
  void write_code(std::uint32_t line, std::uint32_t begin, std::uint32_t end) {
    const std::uint32_t first_end = std::min(lines_.end(line), end);
    if (is_blank(lines_.text().substr(begin, first_end - begin))) {
      output_.skip_to(std::min(lines_.begin(line + 1), end));
    } else {
      output_.insert(block_.prefix);
      raw_.copy_code_to(output_, std::min(lines_.begin(line + 1), end));
      at_line_start_ = first_end < end;
    }
    while (lines_.begin(++line) < end) {
      const std::uint32_t stop = std::min(lines_.begin(line + 1), end);
      const auto content = tracker_.peek(lines_[line]);
      const std::uint32_t code = lines_.begin(line) + content.value_or(0);
      if (lines_.end(line) >= end &&
          (code >= end || is_blank(lines_.text().substr(code, end - code)))) {
        return;  // the white space before the closing tag
      }
      if (!content) output_.insert(block_.prefix);
      raw_.copy_code_to(output_, stop);
      at_line_start_ = lines_.end(line) < end;
    }
  }

  const HighlightBlock& block_;
  const Lines& lines_;
  const LineTracker& tracker_;
  RawRegions& raw_;
  Rewriter& output_;
  bool at_line_start_ = true;
};

}  // namespace

void write_highlight(const HighlightBlock& block, const Lines& lines, const LineTracker& tracker,
                     RawRegions& raw, Rewriter& output) {
  HighlightWriter(block, lines, tracker, raw, output).write();
}

}  // namespace galpi::ingest
