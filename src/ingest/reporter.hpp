// Diagnostics of one post: places given as offsets into the clean text come out as spans of the raw
// file with the raw line as excerpt.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "galpi/base/diagnostic.hpp"
#include "source_text.hpp"

namespace galpi::ingest {

class Reporter {
 public:
  /// More of one code than this in one post is noise (or an attack on memory); the last one says
  /// so.
  static constexpr std::uint32_t most_of_one_code = 1000;

  /// `source` may still move; it must be alive when report() is called.
  Reporter(const std::string& file, const SourceText& source, DiagnosticSink& diagnostics)
      : file_(file), source_(source), diagnostics_(diagnostics) {}

  /// Reports [start, end) of the clean text; a span that runs over a line is cut to one character.
  void report(DiagnosticCode code, std::uint32_t start, std::uint32_t end, std::string message,
              std::string hint = {});
  void report_at(DiagnosticCode code, SourceSpan span, std::string message, std::string hint = {});

  const std::string& file() const { return file_; }
  /// The span of [start, end) of the clean text.
  SourceSpan span(std::uint32_t start, std::uint32_t end) const;

 private:
  const std::string& file_;
  const SourceText& source_;
  DiagnosticSink& diagnostics_;
  std::array<std::uint32_t, 256> counts_{};
};

}  // namespace galpi::ingest
