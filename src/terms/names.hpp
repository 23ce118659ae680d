// Names as a glossary keeps them: NFC, one line, no invisible characters; and ids made from them.
#pragma once

#include <string>
#include <string_view>

namespace galpi::terms {

struct CleanName {
  std::string text;                ///< NFC, runs of white space folded to one space, ends trimmed
  bool invisible_removed = false;  ///< zero-width or bidirectional controls were taken out
  bool control = false;            ///< holds a C1 control or a non-character: unusable
};

/// `raw` is valid UTF-8.
CleanName clean_name(std::string_view raw);

/// ASCII letters and digits of `english` in lower case, everything else one '-' between them;
/// "concept" when nothing is left.
std::string slug_of(std::string_view english);

/// Whether `id` can be one: ASCII letters, digits, '-', '_', '.', 1 to 80 of them.
bool is_id(std::string_view id);

}  // namespace galpi::terms
