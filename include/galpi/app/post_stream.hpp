// Inputs → posts that have gone through all stages a run asks for, one after another in a fixed
// order, worked on in parallel. Memory does not grow with the number of posts.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/app/settings.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/host/file_system.hpp"
#include "galpi/host/line_reader.hpp"
#include "galpi/model/stages.hpp"
#include "galpi/terms/matcher.hpp"
#include "galpi/translate/memory.hpp"

namespace galpi::app {

/// JSON lines, read as they come; every other input but "-" is looked through for posts.
inline bool is_json_stream(std::string_view input) { return input.ends_with(".jsonl"); }

/// One input post. `post` is empty when the post could not be read (`error` says why), is a draft,
/// or lies outside the range.
struct StreamedPost {
  std::optional<model::BilingualDigest> post;
  std::vector<Diagnostic> diagnostics;  ///< of this post only, in source order
  std::optional<Error> error;
};

/// The glossary and the memories of a run, loaded once and shared by all threads.
struct Resources {
  model::Glossary glossary;
  std::optional<terms::Matcher> matcher;  ///< only when terms were asked for
  std::optional<translate::Memory> memory;
};

/// Reads glossaries and memories as `sources` and `stages` ask for.
Result<Resources> load_resources(const host::FileReader& files, const SourceSettings& sources,
                                 const StageSettings& stages, DiagnosticSink& diagnostics);

/// Opens a `.jsonl` file or, for "-", standard input.
using OpenLines = std::function<Result<std::unique_ptr<host::LineReader>>(const std::string& path)>;

/// Takes one post; returns false to stop the stream.
using TakePost = std::function<bool(StreamedPost)>;

/// Calls `take` for every post of the inputs, in the order of the inputs and by source path within
/// a folder. Fails only when an input as a whole cannot be used.
Result<void> stream_posts(const host::FileReader& files, const OpenLines& open_lines,
                          const SourceSettings& sources, const StageSettings& settings,
                          const Resources& resources, DiagnosticSink& diagnostics,
                          const TakePost& take);

}  // namespace galpi::app
