// A text as lines, and searches in it that stay linear however often they fail.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace galpi::ingest {

class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    starts_.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
      starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
    if (starts_.back() == text.size() && starts_.size() > 1) starts_.pop_back();
  }

  std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }
  std::uint32_t begin(std::uint32_t line) const {
    return line < count() ? starts_[line] : static_cast<std::uint32_t>(text_.size());
  }
  /// Without the line end.
  std::string_view operator[](std::uint32_t line) const {
    const std::string_view rest = text_.substr(begin(line), begin(line + 1) - begin(line));
    return rest.ends_with('\n') ? rest.substr(0, rest.size() - 1) : rest;
  }
  std::uint32_t end(std::uint32_t line) const {
    return begin(line) + static_cast<std::uint32_t>((*this)[line].size());
  }
  /// The line that byte `offset` is in.
  std::uint32_t of(std::uint32_t offset) const;
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

inline bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// Finds the next occurrence of one fixed needle. Remembers the last answer, so that any number of
/// searches from growing places takes linear time in all.
class ForwardFinder {
 public:
  ForwardFinder(std::string_view text, std::string_view needle, bool any_case = false)
      : text_(text), needle_(needle), any_case_(any_case) {}

  /// The first occurrence at or after `from`, or npos.
  std::size_t find(std::size_t from);

 private:
  std::size_t search(std::size_t from) const;

  std::string_view text_;
  std::string_view needle_;
  bool any_case_;
  std::size_t searched_from_ = std::string_view::npos;
  std::size_t found_ = 0;
};

}  // namespace galpi::ingest
