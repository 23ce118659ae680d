// The flags that go with one format or another, and the names of the formats.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "arguments.hpp"
#include "galpi/base/result.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace galpi::cli {

/// As typed.
struct FormatWords {
  std::string name, form, gloss_style, paper, engine;
  std::optional<std::string> ledger, report, cards_per_day;
};

/// `words` must outlive the parser.
void add_format_options(CLI::App& parser, FormatWords& words);

Result<Format> format_named(const std::string& name);

/// New cards per day of posts; `option` is what the word stands behind.
Result<unsigned> number_of_cards(std::string_view option, const std::string& word);

/// Fails with a usage error where a flag does not go with the format.
Result<void> finish_format(ExportArguments& result, const FormatWords& words);

}  // namespace galpi::cli
