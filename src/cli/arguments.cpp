#include "arguments.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "format_words.hpp"
#include "galpi/base/suggestion.hpp"
#include "word_tables.hpp"

namespace galpi::cli {
namespace {

constexpr unsigned most_jobs = 256;

/// What CLI11 fills in; turned into CommonArguments by finish_common().
struct CommonWords {
  CommonArguments arguments;
  std::string from, month, gloss, languages, diagnostics, color, config;
  std::vector<std::string> to;
  std::optional<std::string> jobs;
  bool no_default_glossary = false;
};

Result<unsigned> number_of_jobs(const std::optional<std::string>& word) {
  if (!word) return std::max(1U, std::thread::hardware_concurrency());
  unsigned jobs = 0;
  const auto [end, error] = std::from_chars(word->data(), word->data() + word->size(), jobs);
  const bool is_number = error == std::errc() && end == word->data() + word->size();
  if (is_number && jobs >= 1 && jobs <= most_jobs) return jobs;
  return fail(ErrorCode::usage, fmt::format("--jobs is a number from 1 to {}", most_jobs));
}

void add_common(CLI::App& parser, CommonWords& words) {
  auto& arguments = words.arguments;
  auto& sources = arguments.sources;
  parser.set_help_flag();
  parser.add_flag("-h,--help");
  parser.add_option("--from", words.from);
  parser.add_option("--to", words.to)->allow_extra_args(false);
  parser.add_option("--month", words.month);
  parser.add_option("--config", words.config);
  parser.add_option("--glossary", sources.glossaries)->allow_extra_args(false);
  parser.add_flag("--no-default-glossary", words.no_default_glossary);
  parser.add_option("--memory", sources.memories)->allow_extra_args(false);
  parser.add_option("--gloss", words.gloss);
  parser.add_option("--languages", words.languages);
  parser.add_option("--diagnostics", words.diagnostics);
  parser.add_option("--color", words.color);
  parser.add_option("--jobs", words.jobs);
  parser.add_flag("--strict", arguments.strict);
  parser.add_flag("--quiet", arguments.console.quiet);
  parser.add_flag("--keep-going", sources.keep_going);
}

Result<Date> parse_day(std::string_view option, const std::string& word) {
  if (const auto date = parse_date(word)) return *date;
  return fail(ErrorCode::usage, fmt::format("{}: `{}` is no date of the form YYYY-MM-DD", option,
                                            quote_for_message(word)));
}

Result<DateRange> range_of(const CommonWords& words) {
  DateRange range;
  if (words.to.size() > 1) return fail(ErrorCode::usage, "--to is given twice");
  if (!words.month.empty()) {
    if (!words.from.empty() || !words.to.empty()) {
      return fail(ErrorCode::usage, "--month goes without --from and --to");
    }
    const auto month = parse_month(words.month);
    if (!month) {
      return fail(ErrorCode::usage, fmt::format("--month: `{}` is no month of the form YYYY-MM",
                                                quote_for_message(words.month)));
    }
    return *month;
  }
  if (!words.from.empty()) {
    GALPI_TRY(range.from, parse_day("--from", words.from));
  }
  if (!words.to.empty()) {
    GALPI_TRY(range.to, parse_day("--to", words.to.front()));
  }
  if (range.from && range.to && *range.to < *range.from) {
    return fail(ErrorCode::usage, "--to is before --from");
  }
  return range;
}

Result<CommonArguments> finish_common(CommonWords words) {
  CommonArguments& arguments = words.arguments;
  GALPI_TRY(arguments.sources.range, range_of(words));
  arguments.sources.default_glossary = !words.no_default_glossary;
  if (!words.config.empty()) arguments.config = words.config;
  if (!words.gloss.empty()) {
    GALPI_TRY(arguments.gloss, choose("--gloss", words.gloss, gloss_words));
  }
  if (!words.languages.empty()) {
    GALPI_TRY(arguments.languages, choose("--languages", words.languages, language_words));
  }
  if (!words.diagnostics.empty()) {
    GALPI_TRY(arguments.console.form, choose<DiagnosticsForm>("--diagnostics", words.diagnostics,
                                                              {{"text", DiagnosticsForm::text},
                                                               {"json", DiagnosticsForm::json}}));
  }
  if (!words.color.empty()) {
    GALPI_TRY(arguments.console.color, choose<ColorMode>("--color", words.color,
                                                         {{"auto", ColorMode::automatic},
                                                          {"always", ColorMode::always},
                                                          {"never", ColorMode::never}}));
  }
  GALPI_TRY(arguments.sources.jobs, number_of_jobs(words.jobs));
  return std::move(arguments);
}

/// `--to` is the last day of the range everywhere, and of `export pandoc` also the format to write:
/// days start with a digit, pandoc's formats with a letter.
Result<std::optional<std::string>> take_pandoc_format(CommonWords& words) {
  std::optional<std::string> format;
  for (auto word = words.to.begin(); word != words.to.end();) {
    if (!word->empty() && word->front() >= '0' && word->front() <= '9') {
      ++word;
      continue;
    }
    if (format.has_value()) return fail(ErrorCode::usage, "--to names two formats");
    format = *word;
    word = words.to.erase(word);
  }
  return format;
}

/// A flag that is not there, with the nearest one that is.
Error unexpected(const CLI::App& parser) {
  std::vector<std::string> names;
  for (const CLI::Option* option : parser.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  for (const std::string& word : parser.remaining()) {
    if (!word.starts_with("-")) continue;
    std::string message = fmt::format("there is no option `{}`", quote_for_message(word));
    if (const auto meant = nearest_word(word.substr(0, word.find('=')), known)) {
      message += fmt::format("; did you mean `{}`?", *meant);
    }
    return {ErrorCode::usage, message, {}};
  }
  const std::string word = parser.remaining().empty() ? "" : parser.remaining().front();
  return {ErrorCode::usage, fmt::format("`{}` is too much", quote_for_message(word)), {}};
}

/// --help wins over everything else on the line, even over what cannot be parsed.
bool asks_for_help(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return false;
    if (argument == "--help" || argument == "-h") return true;
  }
  return false;
}

/// CLI11 takes arguments from last to first. Its exceptions end here.
Result<void> run_parser(CLI::App& parser, std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());
  try {
    parser.parse(arguments);
  } catch (const CLI::ExtrasError&) {
    return std::unexpected(unexpected(parser));
  } catch (const CLI::ParseError& error) {
    return fail(ErrorCode::usage, quote_for_message(error.what(), 200));
  }
  return {};
}

}  // namespace

std::string unknown_word(std::string_view what, std::string_view word,
                         const std::vector<std::string_view>& known) {
  std::string message = fmt::format("{} `{}` is unknown", what, quote_for_message(word));
  if (const auto meant = nearest_word(word, known)) {
    message += fmt::format("; did you mean `{}`?", *meant);
  } else {
    message += fmt::format("; there is {}", fmt::join(known, ", "));
  }
  return message;
}

Result<ExportArguments> parse_export(const std::vector<std::string>& arguments) {
  ExportArguments result;
  if (asks_for_help(arguments)) {
    result.common.help = true;
    return result;
  }
  CommonWords words;
  FormatWords format;
  CLI::App parser;
  add_common(parser, words);
  parser.add_option("format", format.name);
  parser.add_option("input", words.arguments.sources.inputs);
  parser.add_option("-o,--output", result.output);
  parser.add_option("--title", result.book.title);
  parser.add_option("--author", result.book.author);
  parser.add_option("--licence", result.book.licence);
  add_format_options(parser, format);
  GALPI_CHECK(run_parser(parser, arguments));
  GALPI_TRY(result.format, format_named(format.name));
  if (result.format == Format::pandoc) {
    GALPI_TRY(result.pandoc_format, take_pandoc_format(words));
  }
  GALPI_TRY(result.common, finish_common(std::move(words)));
  if (result.output.empty()) return fail(ErrorCode::usage, "export needs -o PATH");
  GALPI_CHECK(finish_format(result, format));
  return result;
}

Result<BuildArguments> parse_build(const std::vector<std::string>& arguments) {
  BuildArguments result;
  if (asks_for_help(arguments)) {
    result.common.help = true;
    return result;
  }
  CommonWords words;
  CLI::App parser;
  add_common(parser, words);
  parser.add_option("book", result.books);
  parser.add_option("--depfile", result.depfile);
  parser.add_flag("--list", result.list);
  parser.add_flag("--stale", result.stale);
  parser.add_flag("-n,--dry-run", result.dry_run);
  parser.add_flag("-f,--force", result.force);
  GALPI_CHECK(run_parser(parser, arguments));
  GALPI_TRY(result.common, finish_common(std::move(words)));
  if (result.depfile && result.depfile->empty())
    return fail(ErrorCode::usage, "--depfile is empty");
  if (result.stale && !result.list) return fail(ErrorCode::usage, "--stale goes with --list");
  return result;
}

Result<CheckArguments> parse_check(const std::vector<std::string>& arguments) {
  CheckArguments result;
  if (asks_for_help(arguments)) {
    result.common.help = true;
    return result;
  }
  CommonWords words;
  std::string output;
  std::string baseline;
  CLI::App parser;
  add_common(parser, words);
  parser.add_option("input", words.arguments.sources.inputs);
  parser.add_option("-o,--output", output);
  parser.add_option("--baseline", baseline);
  GALPI_CHECK(run_parser(parser, arguments));
  GALPI_TRY(result.common, finish_common(std::move(words)));
  if (!output.empty()) result.output = output;
  if (!baseline.empty()) result.baseline = baseline;
  return result;
}

Result<DeckArguments> parse_deck(const std::vector<std::string>& arguments) {
  DeckArguments result;
  if (asks_for_help(arguments)) {
    result.help = true;
    return result;
  }
  std::string action;
  CLI::App parser;
  parser.set_help_flag();
  parser.add_option("action", action);
  parser.add_option("old", result.before);
  parser.add_option("new", result.after);
  parser.add_flag("--all", result.show_all);
  parser.add_flag("--json", result.as_json);
  parser.add_flag("--quiet", result.console.quiet);
  GALPI_CHECK(run_parser(parser, arguments));
  if (action.empty()) return fail(ErrorCode::usage, "deck needs to be told what to do: diff");
  if (action != "diff") return fail(ErrorCode::usage, unknown_word("deck:", action, {"diff"}));
  if (result.after.empty())
    return fail(ErrorCode::usage, "deck diff needs two packages, OLD and NEW");
  return result;
}

}  // namespace galpi::cli
