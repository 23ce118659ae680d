// What is checked of an XML file before it is parsed: encoding, DOCTYPE, entities, and where its
// lines are. pugixml resolves nothing on its own, but it also says nothing about what it leaves.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/result.hpp"

namespace galpi::translate {

/// UTF-8 or UTF-16 with a byte order mark (or, for UTF-16, recognised by its first '<') as UTF-8
/// without one. `file` names the file in errors (invalid_memory).
Result<std::string> decode_xml(std::string_view bytes, const std::string& file);

/// Refuses internal DTD subsets (they can declare entities), references to entities beyond XML's
/// five, and references to characters that XML 1.0 does not allow.
Result<void> check_xml(std::string_view xml, const std::string& file);

/// Places of rising byte offsets, counted in one pass over the text.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}
  /// The place of `offset`, which must not be less than that of the call before.
  At at(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t counted_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

}  // namespace galpi::translate
