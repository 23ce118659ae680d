#include <fmt/format.h>

#include <algorithm>
#include <assets.hpp>
#include <map>
#include <nlohmann/json.hpp>

#include "arguments.hpp"
#include "galpi/app/assemble.hpp"
#include "galpi/app/images.hpp"
#include "galpi/app/output.hpp"
#include "galpi/host/standard_streams.hpp"
#include "render_diagnostic.hpp"
#include "session.hpp"
#include "verbs.hpp"

namespace galpi::cli {
namespace {

constexpr std::size_t baseline_bytes = std::size_t{256} << 20U;

/// What makes two findings the same one after lines have moved: file, code, words and source line.
std::string fingerprint(std::string_view file, std::string_view code, std::string_view message,
                        std::string_view excerpt) {
  return fmt::format("{}\n{}\n{}\n{}", file, code, message, excerpt);
}

using Baseline = std::map<std::string, std::size_t>;

Result<Baseline> read_baseline(const host::FileReader& files, const std::string& path) {
  GALPI_TRY(const std::string text, files.read(path, baseline_bytes));
  Baseline baseline;
  std::uint32_t number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = std::string_view(text).substr(start, end - start);
    start = end + 1;
    ++number;
    if (line.empty()) continue;
    try {
      const auto object = nlohmann::json::parse(line);
      ++baseline[fingerprint(
          object.at("file").get<std::string>(), object.at("code").get<std::string>(),
          object.at("message").get<std::string>(), object.at("excerpt").get<std::string>())];
    } catch (const nlohmann::json::exception&) {
      return fail(ErrorCode::invalid_input, "this is no line of `galpi check --diagnostics json`",
                  SourceSpan{path, {number, 1}, 0});
    }
  }
  return baseline;
}

/// Leaves out what the baseline has, as often as it has it.
std::vector<Diagnostic> without_known(std::vector<Diagnostic> diagnostics, Baseline baseline) {
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    const auto known = baseline.find(fingerprint(diagnostic.span.file, code_name(diagnostic.code),
                                                 diagnostic.message, diagnostic.excerpt));
    if (known == baseline.end() || known->second == 0) return false;
    --known->second;
    return true;
  });
  return diagnostics;
}

/// By file in order of first appearance, then by place: what needs the whole range comes last
/// otherwise.
void sort_by_file(std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, std::size_t> order;
  for (const Diagnostic& diagnostic : diagnostics)
    order.emplace(diagnostic.span.file, order.size());
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) {
                     const std::size_t file_a = order.at(a.span.file);
                     const std::size_t file_b = order.at(b.span.file);
                     return file_a != file_b ? file_a < file_b : a.span.at < b.span.at;
                   });
}

struct Findings {
  std::vector<Diagnostic> diagnostics;
  StreamSummary summary;
};

Result<Findings> find(Session& session) {
  Findings findings;
  app::StageSettings stages;
  stages.sentences = false;
  GALPI_CHECK(session.load(stages));
  std::vector<model::BilingualDigest> days;
  GALPI_TRY(findings.summary, session.stream(
                                  [&](std::vector<Diagnostic> diagnostics) {
                                    std::move(diagnostics.begin(), diagnostics.end(),
                                              std::back_inserter(findings.diagnostics));
                                  },
                                  [&](app::StreamedPost& post) -> Result<void> {
                                    days.push_back(*std::move(post.post));
                                    return {};
                                  }));
  if (!days.empty()) {
    DiagnosticList of_range;
    app::load_images(days, session.files(), of_range);
    app::index_edition(std::move(days), std::move(session.resources().glossary), {},
                       session.arguments().sources.range, {}, of_range);
    for (Diagnostic& diagnostic : of_range.take()) {
      findings.diagnostics.push_back(std::move(diagnostic));
    }
  }
  sort_by_file(findings.diagnostics);
  return findings;
}

Result<void> write_findings(Session& session, const std::string& output,
                            const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    text += session.console().render(diagnostic, false);
  }
  if (output == "-") return host::standard_output()->write(text);
  return app::write_file(session.files(), output, [&](ByteSink& sink) { return sink.write(text); });
}

Result<ExitStatus> check(Session& session, const CheckArguments& arguments) {
  GALPI_TRY(Findings findings, find(session));
  if (arguments.baseline) {
    GALPI_TRY(Baseline baseline, read_baseline(session.files(), *arguments.baseline));
    findings.diagnostics = without_known(std::move(findings.diagnostics), std::move(baseline));
  }
  Console& console = session.console();
  if (arguments.output) {
    console.count(findings.diagnostics);
    GALPI_CHECK(write_findings(session, *arguments.output, findings.diagnostics));
  } else {
    console.show(findings.diagnostics,
                 arguments.common.console.quiet ? Severity::warning : Severity::note);
  }
  const DiagnosticCounts& counts = console.counts();
  console.say(fmt::format("checked {}: {}, {}, {}", counted(findings.summary.posts, "post"),
                          counted(counts.errors, "error"), counted(counts.warnings, "warning"),
                          counted(counts.notes, "note")));
  if (findings.summary.first_failure) return exit_status_of(findings.summary.first_failure->code);
  const bool bad = counts.errors > 0 || (arguments.common.strict && counts.warnings > 0);
  return bad ? ExitStatus::input_errors : ExitStatus::done;
}

}  // namespace

ExitStatus run_check(const std::vector<std::string>& words) {
  Result<CheckArguments> arguments = parse_check(words);
  if (!arguments) return refuse(arguments.error(), "check");
  if (arguments->common.help)
    return print(std::string(help::check_txt) + std::string(help::input_txt) +
                 std::string(help::common_txt));
  Result<Session> session = Session::open(arguments->common);
  if (!session) return Console(arguments->common.console).fail(session.error());
  const Result<ExitStatus> status = check(*session, *arguments);
  return status ? *status : session->console().fail(status.error());
}

}  // namespace galpi::cli
