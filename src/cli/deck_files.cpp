#include "deck_files.hpp"

#include <fmt/format.h>

#include "console.hpp"
#include "galpi/app/output.hpp"

namespace galpi::cli {
namespace {

constexpr std::size_t ledger_bytes = std::size_t{256} << 20U;

Result<void> check_names(const ExportArguments& arguments) {
  for (const auto& [option, path] :
       {std::pair("--ledger", &arguments.ledger), std::pair("--report", &arguments.report)}) {
    if (!*path) continue;
    const bool is_taken = **path == arguments.output || **path == "-" ||
                          (path == &arguments.report && arguments.ledger == arguments.report);
    if (is_taken) {
      return fail(ErrorCode::usage, fmt::format("{} needs a file of its own", option));
    }
  }
  return {};
}

}  // namespace

Result<exporters::AnkiLedger> read_ledger(const host::FileReader& files,
                                          const ExportArguments& arguments) {
  GALPI_CHECK(check_names(arguments));
  if (!arguments.ledger || files.kind(*arguments.ledger) == host::FileKind::missing) {
    return exporters::AnkiLedger{};
  }
  GALPI_TRY(const std::string text, files.read(*arguments.ledger, ledger_bytes));
  return exporters::parse_ledger(text, *arguments.ledger);
}

Result<std::string> write_deck(Session& session, const ExportArguments& arguments,
                               const model::Edition& edition, const exporters::AnkiLedger& ledger) {
  exporters::AnkiOptions options;
  options.cards_per_day = arguments.cards_per_day;
  options.languages = arguments.common.languages.value_or(model::Languages::both);
  options.range = arguments.common.sources.range;
  DiagnosticList diagnostics;
  GALPI_TRY(const auto deck, session.files().create(arguments.output));
  GALPI_TRY(const exporters::AnkiExport made,
            exporters::export_anki(edition, options, ledger, *deck, diagnostics));
  const std::vector<Diagnostic> reported = diagnostics.take();
  session.console().show(reported, Severity::warning);
  if (arguments.report) {
    std::string text;
    for (const Diagnostic& diagnostic : reported) {
      text += session.console().render(diagnostic, false);
    }
    GALPI_CHECK(app::write_file(session.files(), *arguments.report,
                                [&](ByteSink& sink) { return sink.write(text); }));
  }
  // The ledger first: when it is ahead of the deck, the next run gives the same notes the same
  // times again. A deck ahead of its ledger could go out twice with one time and two texts, and
  // Anki would never take the second.
  if (arguments.ledger) {
    GALPI_CHECK(app::write_file(session.files(), *arguments.ledger, [&](ByteSink& sink) {
      return sink.write(exporters::format_ledger(made.ledger));
    }));
  }
  GALPI_CHECK(deck->commit());
  return fmt::format(", {}, {}", counted(made.summary.notes, "note"),
                     counted(made.summary.cards, "card"));
}

}  // namespace galpi::cli
