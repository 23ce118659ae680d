#include "export_job.hpp"

#include <fmt/format.h>

#include <utility>

#include "deck_files.hpp"
#include "export_summary.hpp"
#include "export_tex.hpp"
#include "export_through_pandoc.hpp"
#include "file_names.hpp"
#include "galpi/app/assemble.hpp"
#include "galpi/app/latex_output.hpp"
#include "galpi/exporters/json.hpp"
#include "galpi/exporters/pandoc.hpp"
#include "galpi/host/standard_streams.hpp"
#include "galpi/ingest/find_posts.hpp"
#include "galpi/model/json.hpp"
#include "source_date.hpp"
#include "spooling_sink.hpp"

namespace galpi::cli {
namespace {

constexpr std::size_t spooled_bytes = std::size_t{8} << 20U;

bool is_folder(const ExportArguments& arguments, const host::FileReader& files) {
  return arguments.output.ends_with('/') ||
         files.kind(arguments.output) == host::FileKind::directory;
}

/// Formats and places that do not go together, before anything is read.
Result<void> check_output(const ExportArguments& arguments, const host::FileReader& files) {
  if (arguments.output == "-") {
    const std::string product = arguments.pandoc_format.value_or("");
    if (arguments.format == Format::epub || arguments.format == Format::pdf ||
        arguments.format == Format::anki) {
      return fail(ErrorCode::usage, fmt::format("{} is no text; name a file with -o",
                                                arguments.format == Format::pdf    ? "a PDF"
                                                : arguments.format == Format::anki ? "a deck"
                                                                                   : "an epub"));
    }
    if (!app::is_binary_pandoc_format(product)) return {};
    return fail(ErrorCode::usage, fmt::format("{} is no text; name a file with -o", product));
  }
  if (is_folder(arguments, files)) {
    if (arguments.format == Format::markdown || arguments.format == Format::json ||
        arguments.format == Format::latex) {
      return {};
    }
    return fail(ErrorCode::usage, fmt::format("{} is a folder; this format is one file",
                                              quote_for_message(arguments.output)));
  }
  const Result<std::string> target = files.resolve(arguments.output);
  for (const std::string& input : arguments.common.sources.inputs) {
    if (!target) break;  // not there yet, so it is no input
    if (input == "-") continue;
    DiagnosticList unheard;  // the export says it, too
    for (const ingest::PostFile& post :
         ingest::find_posts(files, input, unheard).value_or(std::vector<ingest::PostFile>())) {
      const Result<std::string> source = files.resolve(post.path);
      if (!source || *source != *target) continue;
      return fail(ErrorCode::usage, fmt::format("{} is an input too; name another output",
                                                quote_for_message(arguments.output)));
    }
  }
  return {};
}

app::StageSettings stages_for(const ExportArguments& arguments) {
  app::StageSettings stages;
  const bool is_model = arguments.format == Format::json || arguments.format == Format::jsonl;
  stages.terms = !is_model;
  stages.sentences = !is_model && arguments.common.languages != model::Languages::korean;
  // Cards show the author's own words: a bracket of ours would be an answer on the front.
  const bool is_plain = is_model || arguments.format == Format::anki;
  stages.gloss =
      arguments.common.gloss.value_or(is_plain ? terms::GlossMode::none : terms::GlossMode::first);
  return stages;
}

}  // namespace

Result<std::string> ExportJob::run() {
  GALPI_TRY(epoch_, source_date_epoch());
  GALPI_CHECK(check_output(arguments_, session_.files()));
  if (arguments_.pandoc_format) {
    GALPI_TRY(pandoc_, app::find_pandoc(processes_));
    GALPI_CHECK(app::check_pandoc_format(*pandoc_, *arguments_.pandoc_format));
  }
  if (arguments_.format == Format::anki) {
    GALPI_TRY(ledger_, read_ledger(session_.files(), arguments_));
  }
  GALPI_CHECK(session_.load(stages_for(arguments_)));
  return arguments_.format == Format::jsonl ? write_lines() : write_edition();
}

void ExportJob::show(const std::vector<Diagnostic>& diagnostics) {
  session_.console().show(diagnostics, Severity::warning);
}

Result<void> ExportJob::to_output(const app::WriteProduct& write) {
  if (arguments_.output != "-") {
    return app::write_file(session_.files(), arguments_.output, write);
  }
  SpoolingSink sink(host::standard_output(), arguments_.common.strict ? SIZE_MAX : spooled_bytes);
  GALPI_CHECK(write(sink));
  return sink.release();
}

Result<std::string> ExportJob::write_lines() {
  StreamSummary summary;
  const auto write = [&](ByteSink& sink) -> Result<void> {
    std::vector<Diagnostic> of_post;
    GALPI_TRY(summary, session_.stream(
                           [&](std::vector<Diagnostic> diagnostics) {
                             show(diagnostics);
                             of_post = std::move(diagnostics);
                           },
                           [&](app::StreamedPost& post) {
                             const auto& digest = post.post->annotated.digest;
                             posts_.insert(digest.file);
                             return sink.write(model::to_json_line(digest, of_post));
                           }));
    if (auto error = session_.verdict(summary)) return std::unexpected(*error);
    return require_posts(summary, session_.arguments().sources);
  };
  GALPI_CHECK(to_output(write));
  return described(summary, "");
}

Result<std::string> ExportJob::write_edition() {
  std::vector<model::BilingualDigest> days;
  GALPI_TRY(const StreamSummary summary,
            session_.stream([&](const std::vector<Diagnostic>& diagnostics) { show(diagnostics); },
                            [&](app::StreamedPost& post) -> Result<void> {
                              posts_.insert(post.post->annotated.digest.file);
                              days.push_back(*std::move(post.post));
                              return {};
                            }));
  const bool is_model = arguments_.format == Format::json;
  const bool is_epub = arguments_.format == Format::epub;
  DiagnosticList diagnostics;
  const bool has_images = is_epub || is_tex() || arguments_.format == Format::pandoc;
  auto edition =
      app::assemble_edition(std::move(days), std::move(session_.resources().glossary),
                            arguments_.book, arguments_.common.sources.range, epoch_,
                            {has_images, is_epub}, session_.files(), processes_, diagnostics);
  if (edition && is_tex()) app::convert_images_for_tex(*edition, processes_, diagnostics);
  show(diagnostics.take());
  if (auto error = session_.verdict(summary)) return std::unexpected(*error);
  GALPI_CHECK(require_posts(summary, session_.arguments().sources));
  if (!edition) return std::unexpected(std::move(edition).error());
  const model::Edition& book = edition_.emplace(*std::move(edition));
  if (is_tex() && arguments_.output != "-") {
    GALPI_CHECK(write_tex(book));
    return described(summary, papers_of(book));
  }
  if (arguments_.format == Format::anki) {
    GALPI_TRY(const std::string cards, write_deck(session_, arguments_, book, ledger_));
    return described(summary, papers_of(book) + cards);
  }
  if (is_folder(arguments_, session_.files())) {
    GALPI_CHECK(write_folder(book));
  } else {
    GALPI_CHECK(to_output([&](ByteSink& sink) { return write_document(book, sink); }));
  }
  return described(summary, is_model ? "" : papers_of(book));
}

Result<void> ExportJob::write_document(const model::Edition& edition, ByteSink& sink) {
  DiagnosticList diagnostics;
  Result<void> written;
  switch (arguments_.format) {
    case Format::epub:
      written = exporters::export_epub(
          edition, {arguments_.gloss_style, languages(), arguments_.common.sources.jobs}, sink,
          diagnostics);
      break;
    case Format::anki:
      break;  // write_deck() has its own way: a ledger goes with it
    case Format::markdown:
      written =
          exporters::export_markdown(edition, {arguments_.form, languages()}, sink, diagnostics);
      break;
    case Format::latex:
      written =
          exporters::export_latex(edition, {arguments_.paper, languages(), ""}, sink, diagnostics);
      break;
    case Format::pdf:
    case Format::json:
    case Format::jsonl:
      written = exporters::export_json(edition, sink);
      break;
    case Format::pandoc:
      written = pandoc_ && arguments_.pandoc_format
                    ? export_through_pandoc(
                          {*pandoc_, *arguments_.pandoc_format, languages(), arguments_.output},
                          edition, session_.files(), processes_, sink, diagnostics)
                    : exporters::export_pandoc(edition, {languages()}, sink, diagnostics);
      break;
  }
  show(diagnostics.take());
  return written;
}

bool ExportJob::is_tex() const {
  return arguments_.format == Format::latex || arguments_.format == Format::pdf;
}

Result<void> ExportJob::write_tex(const model::Edition& edition) {
  DiagnosticList diagnostics;
  const Result<void> written =
      export_tex(arguments_, epoch_.value_or(midnight_of(edition.metadata.last)), edition,
                 session_.files(), processes_, diagnostics);
  show(diagnostics.take());
  return written;
}

Result<void> ExportJob::write_folder(const model::Edition& edition) {
  const bool is_json = arguments_.format == Format::json;
  const auto names = file_names(edition, is_json ? ".json" : ".md");
  std::vector<app::FolderFile> contents;
  contents.reserve(names.size());
  DiagnosticList diagnostics;
  for (std::size_t day = 0; day < names.size(); ++day) {
    contents.push_back({names[day], [&, day](ByteSink& sink) -> Result<void> {
                          if (!is_json) {
                            return exporters::export_markdown_day(
                                edition, day, {arguments_.form, languages()}, sink, diagnostics);
                          }
                          std::string json = R"({"galpi":1,"posts":[)";
                          model::append_post_json(json, edition.days[day].post());
                          return sink.write(json + "]}\n");
                        }});
  }
  Result<void> written = app::write_folder(session_.files(), arguments_.output, contents);
  show(diagnostics.take());
  return written;
}

std::string ExportJob::described(const StreamSummary& summary, const std::string& details) const {
  return cli::described(arguments_.output, summary, session_.console().counts(), details);
}

model::Languages ExportJob::languages() const {
  return arguments_.common.languages.value_or(model::Languages::both);
}

}  // namespace galpi::cli
