// `galpi export pandoc --to FORMAT`: the tree, and pandoc's run over it.
#pragma once

#include <string>

#include "galpi/app/pandoc.hpp"

namespace galpi::cli {

struct PandocProduct {
  const app::PandocProgram& program;
  const std::string& format;
  model::Languages languages;
  const std::string& output;  ///< a path, or `-`
};

Result<void> export_through_pandoc(const PandocProduct& product, const model::Edition& edition,
                                   host::FileSystem& files, host::ProcessRunner& processes,
                                   ByteSink& sink, DiagnosticSink& diagnostics);

}  // namespace galpi::cli
