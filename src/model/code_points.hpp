// Byte offsets and code points of one text at a time. A block is asked for a handful of offsets in
// no particular order, so the table is made once per text and its memory used again for the next.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace galpi::model {

class CodePoints {
 public:
  explicit CodePoints(std::string_view text = {}) { assign(text); }

  void assign(std::string_view text) {
    size_ = static_cast<std::uint32_t>(text.size());
    starts_.clear();
    ascii_ = std::all_of(text.begin(), text.end(),
                         [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii_) return;
    for (std::uint32_t i = 0; i < size_; ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts_.push_back(i);
    }
  }

  std::uint32_t count() const {
    return ascii_ ? size_ : static_cast<std::uint32_t>(starts_.size());
  }

  /// How many code points start before byte `offset`.
  std::uint32_t from_bytes(std::uint32_t offset) const {
    if (ascii_) return offset;
    const auto found = std::lower_bound(starts_.begin(), starts_.end(), offset);
    return static_cast<std::uint32_t>(found - starts_.begin());
  }

  /// The byte at which code point `index` starts; the size of the text for one past the last.
  /// Requires index <= count().
  std::uint32_t to_bytes(std::uint32_t index) const {
    if (ascii_) return index;
    return index < starts_.size() ? starts_[index] : size_;
  }

 private:
  std::vector<std::uint32_t> starts_;  ///< empty when every byte is a code point
  std::uint32_t size_ = 0;
  bool ascii_ = true;
};

}  // namespace galpi::model
