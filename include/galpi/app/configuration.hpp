// galpi.yaml: what a blog says about itself, so that commands need no flags. Format: DESIGN's
// "Glossary and project files", documented in docs/configuration.md.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/app/settings.hpp"
#include "galpi/base/date.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/host/file_system.hpp"

namespace galpi::app {

/// A word of galpi.yaml and where it stands.
struct ConfiguredWord {
  std::string text;
  At at;
};

/// One book that `galpi build` makes: a range of posts, in one format or several.
struct BookDeclaration {
  std::string name;  ///< of its files, without the extension
  At at;
  BookSettings settings;
  DateRange range;
  std::vector<ConfiguredWord> formats;            ///< at least one; as written, not yet judged
  std::string output;                             ///< folder with its '/', resolved
  std::map<std::string, ConfiguredWord> options;  ///< `paper`, `ledger`, …; as written
};

struct Configuration {
  std::string file;                     ///< as named; empty when there is none
  std::string input;                    ///< resolved against the folder of the file; may be empty
  std::vector<std::string> glossaries;  ///< likewise
  std::vector<std::string> memories;    ///< likewise
  std::vector<BookDeclaration> books;
};

/// Parses the text of `file`. Unknown keys are reported with the nearest known one; anything that
/// is not a galpi.yaml fails with invalid_config.
Result<Configuration> parse_configuration(std::string_view yaml, const std::string& file,
                                          DiagnosticSink& diagnostics);

/// The configuration named by --config, else `galpi.yaml` in the working directory if there is one,
/// else an empty one.
Result<Configuration> load_configuration(const host::FileReader& files,
                                         const std::optional<std::string>& named,
                                         DiagnosticSink& diagnostics);

}  // namespace galpi::app
