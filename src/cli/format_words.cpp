#include "format_words.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <system_error>

#include "choices.hpp"

namespace galpi::cli {
namespace {

const Choices<Format> formats = {{"epub", Format::epub},         {"latex", Format::latex},
                                 {"pdf", Format::pdf},           {"anki", Format::anki},
                                 {"markdown", Format::markdown}, {"json", Format::json},
                                 {"jsonl", Format::jsonl},       {"pandoc", Format::pandoc}};

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
  const std::string& word = *words.cards_per_day;
  const auto [end, error] =
      std::from_chars(word.data(), word.data() + word.size(), result.cards_per_day);
  if (error == std::errc() && end == word.data() + word.size()) return {};
  return fail(ErrorCode::usage, "--new-cards is a number; 0 is no limit");
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

Result<Format> format_named(const std::string& name) {
  if (name.empty()) {
    return fail(ErrorCode::usage,
                "export needs a format: epub, latex, pdf, anki, markdown, json, jsonl or pandoc");
  }
  return choose<Format>("format", name, formats);
}

Result<void> finish_format(ExportArguments& result, const FormatWords& words) {
  if (!words.form.empty()) {
    using exporters::MarkdownForm;
    if (result.format != Format::markdown) {
      return fail(ErrorCode::usage, "--form goes with the format markdown");
    }
    GALPI_TRY(result.form, choose<MarkdownForm>("--form", words.form,
                                                {{"interleaved", MarkdownForm::interleaved},
                                                 {"table", MarkdownForm::table},
                                                 {"annotated", MarkdownForm::annotated}}));
  }
  if (!words.gloss_style.empty()) {
    using exporters::GlossStyle;
    if (result.format != Format::epub) {
      return fail(ErrorCode::usage, "--gloss-style goes with the format epub");
    }
    GALPI_TRY(result.gloss_style, choose<GlossStyle>("--gloss-style", words.gloss_style,
                                                     {{"glossref", GlossStyle::glossref},
                                                      {"noteref", GlossStyle::noteref},
                                                      {"both", GlossStyle::both}}));
  }
  if (!words.paper.empty()) {
    using exporters::Paper;
    if (result.format != Format::latex && result.format != Format::pdf) {
      return fail(ErrorCode::usage, "--paper goes with the formats latex and pdf");
    }
    GALPI_TRY(result.paper, choose<Paper>("--paper", words.paper,
                                          {{"a4", Paper::a4}, {"tablet", Paper::tablet}}));
  }
  if (!words.engine.empty()) {
    if (result.format != Format::pdf) {
      return fail(ErrorCode::usage, "--engine goes with the format pdf");
    }
    GALPI_TRY(result.engine, choose<TexEngine>("--engine", words.engine,
                                               {{"lualatex", TexEngine::lualatex},
                                                {"xelatex", TexEngine::xelatex}}));
  }
  return finish_anki(result, words);
}

}  // namespace galpi::cli
