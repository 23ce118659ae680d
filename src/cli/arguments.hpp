// The command line → plain structs. CLI11 does the parsing; its errors become ours.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "console.hpp"
#include "galpi/app/settings.hpp"
#include "galpi/base/result.hpp"
#include "galpi/exporters/anki.hpp"
#include "galpi/exporters/epub.hpp"
#include "galpi/exporters/latex.hpp"
#include "galpi/exporters/markdown.hpp"

namespace galpi::cli {

/// Options every verb takes.
struct CommonArguments {
  app::SourceSettings sources;
  std::optional<terms::GlossMode> gloss;
  std::optional<model::Languages> languages;
  std::optional<std::string> config;
  ConsoleOptions console;
  bool strict = false;
  bool help = false;  ///< --help was given: nothing else counts
};

enum class Format : unsigned char { epub, latex, pdf, anki, markdown, json, jsonl, pandoc };
enum class TexEngine : unsigned char { lualatex, xelatex };

struct ExportArguments {
  CommonArguments common;
  Format format = Format::epub;
  std::string output;
  app::BookSettings book;
  exporters::MarkdownForm form = exporters::MarkdownForm::interleaved;
  exporters::GlossStyle gloss_style = exporters::GlossStyle::glossref;
  exporters::Paper paper = exporters::Paper::a4;
  TexEngine engine = TexEngine::lualatex;
  std::optional<std::string> pandoc_format;  ///< what pandoc is to write; else its tree is written
  std::optional<std::string> ledger;         ///< anki
  std::optional<std::string> report;         ///< anki: where to say what has no card
  unsigned cards_per_day = exporters::AnkiOptions{}.cards_per_day;
};

struct BuildArguments {
  CommonArguments common;          ///< a range chooses books; everything else goes for all of them
  std::vector<std::string> books;  ///< names of books, or files that they make; none: all
  std::optional<std::string> depfile;
  bool list = false;
  bool stale = false;  ///< with list
  bool dry_run = false;
  bool force = false;
};

struct CheckArguments {
  CommonArguments common;
  std::optional<std::string> output;
  std::optional<std::string> baseline;
};

/// galpi deck diff OLD NEW
struct DeckArguments {
  std::string before;
  std::string after;
  bool as_json = false;
  bool show_all = false;
  ConsoleOptions console;
  bool help = false;
};

/// `arguments` are those behind the verb. Failures are ErrorCode::usage, with a suggestion where a
/// word is nearly right.
Result<ExportArguments> parse_export(const std::vector<std::string>& arguments);
Result<BuildArguments> parse_build(const std::vector<std::string>& arguments);
Result<CheckArguments> parse_check(const std::vector<std::string>& arguments);
Result<DeckArguments> parse_deck(const std::vector<std::string>& arguments);

/// The message for a word that is none of `known`: what it is not, what was meant, what there is.
std::string unknown_word(std::string_view what, std::string_view word,
                         const std::vector<std::string_view>& known);

}  // namespace galpi::cli
