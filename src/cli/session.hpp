// What the verbs have in common: configuration merged in, resources loaded, posts streamed past.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "arguments.hpp"
#include "console.hpp"
#include "galpi/app/configuration.hpp"
#include "galpi/app/post_stream.hpp"
#include "galpi/host/file_system.hpp"

namespace galpi::cli {

/// How the stream went, for the last line and the exit status.
struct StreamSummary {
  std::size_t posts = 0;
  std::size_t drafts = 0;
  std::size_t failed = 0;
  std::optional<Error> first_failure;
};

/// What galpi.yaml says of sources where the flags name none.
void apply_configuration(app::SourceSettings& sources, const app::Configuration& configuration);

class Session {
 public:
  /// Fills in what galpi.yaml says and the defaults where the flags say nothing.
  static Result<Session> open(CommonArguments arguments);
  /// For arguments that are complete: no galpi.yaml is looked at.
  static Session prepared(CommonArguments arguments, std::unique_ptr<host::FileSystem> files);

  Result<void> load(const app::StageSettings& stages);
  /// Streams the posts; diagnostics of each go to `show` before the post goes to `take`. Stops at
  /// the first failure of `take`; posts that cannot be read are counted.
  Result<StreamSummary> stream(const std::function<void(std::vector<Diagnostic>)>& show,
                               const std::function<Result<void>(app::StreamedPost&)>& take);
  /// After a stream: 0, or why not - failed posts, or warnings with --strict.
  std::optional<Error> verdict(const StreamSummary& summary) const;

  const CommonArguments& arguments() const { return arguments_; }
  Console& console() { return *console_; }
  host::FileSystem& files() { return *files_; }
  app::Resources& resources() { return resources_; }

 private:
  Session(CommonArguments arguments, std::unique_ptr<host::FileSystem> files);

  CommonArguments arguments_;
  std::unique_ptr<host::FileSystem> files_;
  std::unique_ptr<Console> console_;
  app::StageSettings stages_;
  app::Resources resources_;
};

}  // namespace galpi::cli
