// Diagnostics as people and as programs read them.
#pragma once

#include <string>

#include "galpi/base/diagnostic.hpp"

namespace galpi::cli {

/// Compiler style, with line ends:
///   file:line:column: warning: message [code]
///     the source line, cut around the place if it is long
///        ^~~~ right under the place, whatever the width of the characters before it
///     hint: how to mend it
std::string render_text(const Diagnostic& diagnostic, bool color);

/// One JSON object and a line end; keys: file, line, column, end_column, level, code, message,
/// hint, excerpt. A place that is unknown is 0.
std::string render_json(const Diagnostic& diagnostic);

/// The same object for an Error: level error, code `stopped`.
std::string render_json_error(const SourceSpan& span, const std::string& message);

}  // namespace galpi::cli
