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

#include "galpi/base/suggestion.hpp"

namespace galpi::cli {
namespace {

constexpr unsigned most_jobs = 256;

/// A word and the value it stands for.
template <class Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

template <class Value>
Result<Value> choose(std::string_view option, const std::string& word,
                     const Choices<Value>& choices) {
  std::vector<std::string_view> known;
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
    known.push_back(name);
  }
  return fail(ErrorCode::usage, unknown_word(fmt::format("{}:", option), word, known));
}

const Choices<Format> formats = {{"epub", Format::epub},
                                 {"anki", Format::anki},
                                 {"markdown", Format::markdown},
                                 {"json", Format::json},
                                 {"jsonl", Format::jsonl}};

/// What CLI11 fills in; turned into CommonArguments by finish_common().
struct CommonWords {
  CommonArguments arguments;
  std::string from, to, month, gloss, languages, diagnostics, color, config;
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
  parser.add_option("--to", words.to);
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
    GALPI_TRY(range.to, parse_day("--to", words.to));
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
    using terms::GlossMode;
    GALPI_TRY(arguments.gloss, choose<GlossMode>("--gloss", words.gloss,
                                                 {{"none", GlossMode::none},
                                                  {"first", GlossMode::first},
                                                  {"every", GlossMode::every}}));
  }
  if (!words.languages.empty()) {
    using model::Languages;
    GALPI_TRY(arguments.languages, choose<Languages>("--languages", words.languages,
                                                     {{"ko", Languages::korean},
                                                      {"en", Languages::english},
                                                      {"both", Languages::both}}));
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

/// What goes with the format anki, as typed.
struct AnkiWords {
  std::optional<std::string> ledger, report, cards_per_day;
};

Result<void> finish_anki(ExportArguments& result, const AnkiWords& words) {
  for (const auto& [option, value] :
       {std::pair("--ledger", &words.ledger), std::pair("--report", &words.report),
        std::pair("--new-cards", &words.cards_per_day)}) {
    if (!*value) continue;
    if (result.format != Format::anki) {
      return fail(ErrorCode::usage, fmt::format("{} goes with the format anki", option));
    }
    if ((*value)->empty()) return fail(ErrorCode::usage, fmt::format("{} is empty", option));
  }
  result.ledger = words.ledger;
  result.report = words.report;
  if (!words.cards_per_day) return {};
  const std::string& word = *words.cards_per_day;
  const auto [end, error] =
      std::from_chars(word.data(), word.data() + word.size(), result.cards_per_day);
  if (error == std::errc() && end == word.data() + word.size()) return {};
  return fail(ErrorCode::usage, "--new-cards is a number; 0 is no limit");
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
  std::string format;
  std::string form;
  std::string gloss_style;
  AnkiWords anki;
  CLI::App parser;
  add_common(parser, words);
  parser.add_option("format", format);
  parser.add_option("input", words.arguments.sources.inputs);
  parser.add_option("-o,--output", result.output);
  parser.add_option("--title", result.book.title);
  parser.add_option("--author", result.book.author);
  parser.add_option("--licence", result.book.licence);
  parser.add_option("--form", form);
  parser.add_option("--gloss-style", gloss_style);
  parser.add_option("--ledger", anki.ledger);
  parser.add_option("--report", anki.report);
  parser.add_option("--new-cards", anki.cards_per_day);
  GALPI_CHECK(run_parser(parser, arguments));
  if (format.empty()) {
    return fail(ErrorCode::usage, "export needs a format: epub, anki, markdown, json or jsonl");
  }
  GALPI_TRY(result.format, choose<Format>("format", format, formats));
  GALPI_TRY(result.common, finish_common(std::move(words)));
  if (result.output.empty()) return fail(ErrorCode::usage, "export needs -o PATH");
  if (!form.empty()) {
    using exporters::MarkdownForm;
    if (result.format != Format::markdown) {
      return fail(ErrorCode::usage, "--form goes with the format markdown");
    }
    GALPI_TRY(result.form, choose<MarkdownForm>("--form", form,
                                                {{"interleaved", MarkdownForm::interleaved},
                                                 {"table", MarkdownForm::table},
                                                 {"annotated", MarkdownForm::annotated}}));
  }
  if (!gloss_style.empty()) {
    using exporters::GlossStyle;
    if (result.format != Format::epub) {
      return fail(ErrorCode::usage, "--gloss-style goes with the format epub");
    }
    GALPI_TRY(result.gloss_style, choose<GlossStyle>("--gloss-style", gloss_style,
                                                     {{"glossref", GlossStyle::glossref},
                                                      {"noteref", GlossStyle::noteref},
                                                      {"both", GlossStyle::both}}));
  }
  GALPI_CHECK(finish_anki(result, anki));
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
