// Unicode normalization form C (UAX #15), once, at the door, with a map back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galpi::text {

/// Where a stretch of changed text came from. Between two edits text is copied byte for byte, but
/// never past the old offset of the next edit.
struct OffsetEdit {
  std::uint32_t new_offset;  ///< byte offset in the new text from which...
  std::uint32_t old_offset;  ///< ...text continues at this byte offset of the old one
};

/// Maps byte offsets of a changed text to the text it was made from. Edits are sorted by
/// new_offset. An empty map is the identity.
class OffsetMap {
 public:
  /// Declares that from `new_offset` on, text comes from `old_offset` on. Offsets must not
  /// decrease. Left out text needs one call (what follows it); replaced text [a, b) that stood at
  /// [x, y) needs three: (a, x), (b, x), (b, y).
  void add(std::uint32_t new_offset, std::uint32_t old_offset);
  /// The old offset of `new_offset`; an offset within replaced text gives the replacement's start.
  std::uint32_t to_old(std::uint32_t new_offset) const;
  bool is_identity() const { return edits_.empty(); }
  const std::vector<OffsetEdit>& edits() const { return edits_; }

 private:
  std::vector<OffsetEdit> edits_;
};

/// Whether `c` stands in NFC beside anything: it neither decomposes nor combines (UAX #15 §9: quick
/// check Yes, combining class 0). A text of such characters is in NFC.
bool is_inert_in_nfc(char32_t c);

/// Whether `text` (valid UTF-8) is in NFC already; the usual case, and fast.
bool is_nfc(std::string_view text);

/// `text` in NFC. When `map` is given it receives the way back to `text`.
std::string to_nfc(std::string_view text, OffsetMap* map = nullptr);

}  // namespace galpi::text
