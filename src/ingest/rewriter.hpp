// Builds a changed copy of a text together with the map back to it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "galpi/text/normalization.hpp"

namespace galpi::ingest {

class Rewriter {
 public:
  explicit Rewriter(std::string_view source) : source_(source) {
    text_.reserve(source.size() + 64);
  }

  /// Copies what is not copied or skipped yet, up to `end` of the source.
  void copy_to(std::uint32_t end) {
    if (end <= at_) return;
    map_.add(static_cast<std::uint32_t>(text_.size()), at_);
    text_.append(source_.substr(at_, end - at_));
    at_ = end;
  }
  /// Leaves out everything up to `next` of the source.
  void skip_to(std::uint32_t next) {
    if (next > at_) at_ = next;
  }
  /// Adds text that the source does not have.
  void insert(std::string_view addition) {
    map_.add(static_cast<std::uint32_t>(text_.size()), at_);
    text_.append(addition);
    map_.add(static_cast<std::uint32_t>(text_.size()), at_);
  }
  std::uint32_t position() const { return at_; }
  std::string& text() { return text_; }
  text::OffsetMap take_map() { return std::move(map_); }

 private:
  std::string_view source_;
  std::string text_;
  text::OffsetMap map_;
  std::uint32_t at_ = 0;
};

}  // namespace galpi::ingest
