// The raw lines of a file that is being checked: places for diagnostics and the excerpts under
// them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/base/source_span.hpp"

namespace galpi::terms {

/// Looks at `text`, which must outlive it. A line ends at '\n'; a '\r' before it is not part of it.
class SourceLines {
 public:
  explicit SourceLines(std::string_view text);

  /// The place of a 0-based line and a 0-based byte column, as yaml-cpp counts. Columns past the
  /// end of the line give its end.
  At at(std::size_t line, std::size_t byte_column) const;
  /// The place of a byte offset.
  At at_offset(std::size_t offset) const;
  /// The raw line `at` is in; empty when there is none.
  std::string_view line_of(At at) const;

 private:
  std::string_view line(std::size_t index) const;

  std::string_view text_;
  std::vector<std::size_t> starts_;
};

/// Reports faults of one file, with excerpts, and remembers how many of them were errors. Past a
/// hundred nothing more is said: a file of another kind would otherwise drown the terminal.
class FaultReporter {
 public:
  FaultReporter(std::string file, const SourceLines& lines, DiagnosticSink& sink)
      : file_(std::move(file)), lines_(lines), sink_(sink) {}

  void report(DiagnosticCode code, At at, std::string message, std::string hint = {});
  bool failed() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  const SourceSpan& first_error() const { return first_error_; }
  const std::string& file() const { return file_; }

 private:
  std::string file_;
  const SourceLines& lines_;
  DiagnosticSink& sink_;
  std::size_t reported_ = 0;
  std::size_t errors_ = 0;
  SourceSpan first_error_;
};

}  // namespace galpi::terms
