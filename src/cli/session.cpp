#include "session.hpp"

#include <fmt/format.h>

#include <utility>

#include "galpi/app/configuration.hpp"

namespace galpi::cli {
namespace {

Result<std::unique_ptr<host::LineReader>> open_lines(const std::string& path) {
  if (path == "-") return host::standard_input_lines();
  return host::file_lines(path);
}

}  // namespace

Session::Session(CommonArguments arguments)
    : arguments_(std::move(arguments)),
      files_(host::system_files()),
      console_(std::make_unique<Console>(arguments_.console)) {}

Result<Session> Session::open(CommonArguments arguments) {
  Session session(std::move(arguments));
  app::SourceSettings& sources = session.arguments_.sources;
  DiagnosticList diagnostics;
  GALPI_TRY(app::Configuration configuration,
            app::load_configuration(*session.files_, session.arguments_.config, diagnostics));
  session.console_->show(diagnostics.items(), Severity::warning);
  if (sources.inputs.empty()) {
    sources.inputs.push_back(configuration.input.empty() ? "_posts" : configuration.input);
    // A blog's own glossaries and memories are for its own posts; flags come on top of them.
    sources.glossaries.insert(sources.glossaries.begin(), configuration.glossaries.begin(),
                              configuration.glossaries.end());
    sources.memories.insert(sources.memories.begin(), configuration.memories.begin(),
                            configuration.memories.end());
  }
  return session;
}

Result<void> Session::load(const app::StageSettings& stages) {
  stages_ = stages;
  DiagnosticList diagnostics;
  Result<app::Resources> loaded =
      app::load_resources(*files_, arguments_.sources, stages_, diagnostics);
  console_->show(diagnostics.items(), Severity::warning);
  if (!loaded) return std::unexpected(std::move(loaded).error());
  resources_ = *std::move(loaded);
  return {};
}

Result<StreamSummary> Session::stream(const std::function<void(std::vector<Diagnostic>)>& show,
                                      const std::function<Result<void>(app::StreamedPost&)>& take) {
  StreamSummary summary;
  std::optional<Error> stopped;
  DiagnosticList outside_posts;
  const auto take_post = [&](app::StreamedPost post) {
    if (!outside_posts.items().empty()) show(outside_posts.take());
    for (const Diagnostic& diagnostic : post.diagnostics) {
      if (diagnostic.code == DiagnosticCode::post_unpublished) ++summary.drafts;
    }
    show(std::exchange(post.diagnostics, {}));
    if (post.error) {
      ++summary.failed;
      if (!summary.first_failure) summary.first_failure = post.error;
    }
    if (post.post) {
      ++summary.posts;
      console_->progress(summary.posts);
      if (Result<void> taken = take(post); !taken) {
        stopped = std::move(taken).error();
        return false;
      }
    }
    return true;
  };
  Result<void> streamed = app::stream_posts(*files_, open_lines, arguments_.sources, stages_,
                                            resources_, outside_posts, take_post);
  console_->clear_progress();
  if (!outside_posts.items().empty()) show(outside_posts.take());
  if (!streamed) return std::unexpected(std::move(streamed).error());
  if (stopped) return std::unexpected(*std::move(stopped));
  return summary;
}

std::optional<Error> Session::verdict(const StreamSummary& summary) const {
  if (summary.first_failure && !arguments_.sources.keep_going) {
    return Error{
        summary.first_failure->code,
        fmt::format("{} could not be read; nothing was written (--keep-going leaves {} out)",
                    counted(summary.failed, "post"), summary.failed == 1 ? "it" : "them"),
        {}};
  }
  const DiagnosticCounts& counts = console_->counts();
  if (arguments_.strict && counts.warnings > 0) {
    return Error{
        ErrorCode::invalid_input,
        fmt::format("{} with --strict; nothing was written", counted(counts.warnings, "warning")),
        {}};
  }
  return std::nullopt;
}

}  // namespace galpi::cli
