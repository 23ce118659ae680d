// What galpi says about the input: typed, placed, stable. Stages report into a DiagnosticSink and
// go on; rendering (text with a caret, or JSON) is the command line's business.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/diagnostic_code.hpp"
#include "galpi/base/source_span.hpp"

namespace galpi {

/// `note`: worth knowing, nothing wrong. `warning`: repaired; the exit status stays 0 unless
/// --strict. `error`: this post (or file) could not be used.
enum class Severity : std::uint8_t { note, warning, error };

struct Diagnostic {
  DiagnosticCode code;
  SourceSpan span;
  std::string message;  ///< what is there and what was done about it; one line, no full stop
  std::string hint;     ///< one line that says how to mend it; may be empty
  std::string excerpt;  ///< the raw line `span` is in, without its line end; may be empty

  bool operator==(const Diagnostic&) const = default;
};

/// Severity is a property of the code, not of the place that reports it.
Severity severity_of(const Diagnostic& diagnostic);

/// `note`, `warning` or `error`.
std::string_view severity_name(Severity severity);

/// Where stages report to. Not thread-safe: one sink per post, merged in post order.
class DiagnosticSink {
 public:
  virtual ~DiagnosticSink() = default;
  virtual void report(Diagnostic diagnostic) = 0;
};

/// Keeps everything in order of arrival.
class DiagnosticList final : public DiagnosticSink {
 public:
  void report(Diagnostic diagnostic) override;
  const std::vector<Diagnostic>& items() const { return items_; }
  std::vector<Diagnostic> take();

 private:
  std::vector<Diagnostic> items_;
};

/// Text of unknown origin made fit for a one-line message: control, bidi and zero-width
/// characters become `\u{XX}`, invalid bytes U+FFFD, and anything past `most` code points `…`.
std::string quote_for_message(std::string_view text, std::size_t most = 60);

}  // namespace galpi
