// The order of Korean dictionaries (가나다, then A-Z; CLDR root tailored for ko, spaces and
// punctuation only breaking ties) and the heads
// under which an index groups its entries.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace galpi::text {

/// The same order whatever the process locale. Several threads may share one: ICU's collators are
/// only read once they are made.
class KoreanCollator {
 public:
  KoreanCollator();
  ~KoreanCollator();
  KoreanCollator(const KoreanCollator&) = delete;
  KoreanCollator& operator=(const KoreanCollator&) = delete;

  /// A byte string whose byte-wise order is the dictionary order of `text`.
  std::string sort_key(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The head of the group `text` belongs to: "ㄱ" … "ㅎ" (tense consonants under their plain ones),
/// "A" … "Z", or "#" for everything else.
std::string index_head(std::string_view text);

}  // namespace galpi::text
