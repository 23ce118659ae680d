// Recognition of glossary terms in running Korean: longest match, spaces between Hangul syllables
// free, particles and light verbs after the term, word boundaries for Latin.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "galpi/model/concept.hpp"
#include "galpi/model/stages.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::terms {

/// Built once per run; find() is const and may be called from several threads.
class Matcher {
 public:
  /// Retired concepts are left out. The matcher keeps its own copy of what it needs.
  explicit Matcher(const model::Glossary& glossary);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  /// Mentions in `text` (NFC), sorted; `first_in_paper` and `gloss` are not set. `masked` (sorted)
  /// are stretches in which nothing is looked for: code, math, link targets.
  std::vector<model::Mention> find(std::string_view text,
                                   const std::vector<text::ByteRange>& masked = {}) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace galpi::terms
