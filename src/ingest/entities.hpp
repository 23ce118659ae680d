// HTML character references (`&amp;`, `&#x2192;`), decoded by the table cmark has.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace galpi::ingest {

class EntityDecoder {
 public:
  /// The byte length of the character reference at the start of `text` (which begins with `&`),
  /// with what it stands for in `decoded`; 0 when it is none.
  std::size_t decode(std::string_view text, std::string& decoded);

  /// `text` with backslash escapes and character references undone, as in destinations and titles.
  std::string unescape(std::string_view text);

 private:
  std::unordered_map<std::string, std::string> named_;  ///< names already looked up
};

bool is_ascii_punctuation(char c);

}  // namespace galpi::ingest
