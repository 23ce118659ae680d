#include "session.hpp"

#include <fmt/format.h>

#include <utility>

#include "galpi/base/paths.hpp"

namespace galpi::cli {
namespace {

Result<std::unique_ptr<host::LineReader>> open_lines(const std::string& path) {
  if (path == "-") return host::standard_input_lines();
  return host::file_lines(path);
}

}  // namespace

void apply_configuration(app::SourceSettings& sources, const app::Configuration& configuration) {
  if (!sources.inputs.empty()) return;
  const std::string folder = folder_of(configuration.file);
  sources.inputs.push_back(configuration.input.empty() ? folder + "_posts" : configuration.input);
  // A blog's own glossaries and memories are for its own posts; flags come on top of them.
  sources.glossaries.insert(sources.glossaries.begin(), configuration.glossaries.begin(),
                            configuration.glossaries.end());
  sources.memories.insert(sources.memories.begin(), configuration.memories.begin(),
                          configuration.memories.end());
}

Session::Session(CommonArguments arguments, std::unique_ptr<host::FileSystem> files)
    : arguments_(std::move(arguments)),
      files_(std::move(files)),
      console_(std::make_unique<Console>(arguments_.console)) {}

Result<Session> Session::open(CommonArguments arguments) {
  Session session(std::move(arguments), host::system_files());
  DiagnosticList diagnostics;
  GALPI_TRY(const app::Configuration configuration,
            app::load_configuration(*session.files_, session.arguments_.config, diagnostics));
  session.console_->show(diagnostics.items(), Severity::warning);
  apply_configuration(session.arguments_.sources, configuration);
  return session;
}

Session Session::prepared(CommonArguments arguments, std::unique_ptr<host::FileSystem> files) {
  return {std::move(arguments), std::move(files)};
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
  const auto show_outside_posts = [&] {
    for (const Diagnostic& diagnostic : outside_posts.items()) {
      if (severity_of(diagnostic) != Severity::error) continue;
      ++summary.failed;
      const Error error{ErrorCode::unreadable, diagnostic.message, diagnostic.span};
      if (!summary.first_failure) summary.first_failure = error;
    }
    if (!outside_posts.items().empty()) show(outside_posts.take());
  };
  const auto take_post = [&](app::StreamedPost post) {
    show_outside_posts();
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
  show_outside_posts();
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
