// A translation memory read from TMX 1.4b: exact lookup by sentence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"

namespace galpi::translate {

class Memory {
 public:
  /// The key of a sentence: NFC, runs of white space folded to one space, ends trimmed.
  static std::string key_of(std::string_view sentence);

  /// Later entries replace earlier ones with the same key.
  void add(std::string_view korean, std::string_view english);
  /// The English of `korean`, or nullptr. Valid until the next add().
  const std::string* find(std::string_view korean) const;
  std::size_t size() const { return units_.size(); }

 private:
  std::unordered_map<std::string, std::string> units_;
};

/// Reads TMX 1.4b (elements tu, tuv, seg; inline elements give their text, except code elements
/// that hold a tag such as `<b>`; xml:lang or lang, `ko*` and `en*`). Adds to `memory`. UTF-8 and
/// UTF-16. Fails with invalid_memory, after a diagnostic, when it is no TMX; nothing is added then.
/// DOCTYPEs are not resolved; those with declarations of their own are refused, and so are entities
/// beyond XML's five.
Result<void> read_tmx(std::string_view xml, const std::string& file, Memory& memory,
                      DiagnosticSink& diagnostics);

}  // namespace galpi::translate
