// What one run is to do, after flags and galpi.yaml have been merged. Plain data with defaults.
#pragma once

#include <string>
#include <vector>

#include "galpi/base/date.hpp"
#include "galpi/model/edition.hpp"
#include "galpi/terms/annotate.hpp"

namespace galpi::app {

/// Where posts, terms and translations come from. Paths are as the user typed them.
struct SourceSettings {
  std::vector<std::string> inputs;  ///< post files, folders, `.jsonl` files, "-"
  DateRange range;
  std::vector<std::string> glossaries;  ///< later ones override
  bool default_glossary = true;
  std::vector<std::string> memories;  ///< TMX; later ones override
  bool keep_going = false;            ///< leave out posts that cannot be read instead of stopping
  unsigned jobs = 1;
};

/// Which stages a product needs and how they are to run.
struct StageSettings {
  bool terms = true;
  bool sentences = true;  ///< split into sentences and look up translations
  terms::GlossMode gloss = terms::GlossMode::first;
};

/// What a book is called. Empty fields get defaults from the range.
struct BookSettings {
  std::string title;
  std::string author;
  std::string licence;
};

}  // namespace galpi::app
