#include "format_words.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <system_error>

#include "word_tables.hpp"

namespace galpi::cli {
namespace {

Result<void> finish_anki(ExportArguments& result, const FormatWords& words) {
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
  GALPI_TRY(result.cards_per_day, number_of_cards("--new-cards", *words.cards_per_day));
  return {};
}

}  // namespace

void add_format_options(CLI::App& parser, FormatWords& words) {
  parser.add_option("--form", words.form);
  parser.add_option("--gloss-style", words.gloss_style);
  parser.add_option("--paper", words.paper);
  parser.add_option("--engine", words.engine);
  parser.add_option("--ledger", words.ledger);
  parser.add_option("--report", words.report);
  parser.add_option("--new-cards", words.cards_per_day);
}

Result<unsigned> number_of_cards(std::string_view option, const std::string& word) {
  unsigned cards = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), cards);
  if (error == std::errc() && end == word.data() + word.size()) return cards;
  return fail(ErrorCode::usage, fmt::format("{} is a number; 0 is no limit", option));
}

Result<Format> format_named(const std::string& name) {
  if (name.empty()) {
    return fail(ErrorCode::usage,
                "export needs a format: epub, latex, pdf, anki, markdown, json, jsonl or pandoc");
  }
  return choose<Format>("format", name, format_words);
}

Result<void> finish_format(ExportArguments& result, const FormatWords& words) {
  if (!words.form.empty()) {
    if (result.format != Format::markdown) {
      return fail(ErrorCode::usage, "--form goes with the format markdown");
    }
    GALPI_TRY(result.form, choose("--form", words.form, form_words));
  }
  if (!words.gloss_style.empty()) {
    if (result.format != Format::epub) {
      return fail(ErrorCode::usage, "--gloss-style goes with the format epub");
    }
    GALPI_TRY(result.gloss_style, choose("--gloss-style", words.gloss_style, gloss_style_words));
  }
  if (!words.paper.empty()) {
    if (result.format != Format::latex && result.format != Format::pdf) {
      return fail(ErrorCode::usage, "--paper goes with the formats latex and pdf");
    }
    GALPI_TRY(result.paper, choose("--paper", words.paper, paper_words));
  }
  if (!words.engine.empty()) {
    if (result.format != Format::pdf) {
      return fail(ErrorCode::usage, "--engine goes with the format pdf");
    }
    GALPI_TRY(result.engine, choose("--engine", words.engine, engine_words));
  }
  return finish_anki(result, words);
}

}  // namespace galpi::cli
