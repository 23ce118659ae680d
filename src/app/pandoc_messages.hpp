// What pandoc says on stderr → diagnostics.
#pragma once

#include <string>
#include <string_view>

#include "galpi/base/diagnostic.hpp"
#include "galpi/host/process.hpp"

namespace galpi::app {

/// Each message as a warning: one line, clean, without pandoc's own mark. What it complains of only
/// because we keep it in a sandbox is left out.
void report_messages(std::string_view errors, bool in_sandbox, DiagnosticSink& diagnostics);

/// Why a run failed, for an Error: its status and the last thing it said.
std::string failure_message(const host::ProcessResult& result);

}  // namespace galpi::app
