// The formats latex and pdf: what the flags say, for app/latex_output.hpp.
#pragma once

#include <cstdint>

#include "arguments.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/host/file_system.hpp"
#include "galpi/host/process.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::cli {

/// `epoch` becomes the date inside a PDF.
Result<void> export_tex(const ExportArguments& arguments, std::int64_t epoch,
                        const model::Edition& edition, host::FileSystem& files,
                        host::ProcessRunner& processes, DiagnosticSink& diagnostics);

}  // namespace galpi::cli
