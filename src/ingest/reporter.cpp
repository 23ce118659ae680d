#include "reporter.hpp"

#include <utility>

namespace galpi::ingest {

SourceSpan Reporter::span(std::uint32_t start, std::uint32_t end) const {
  const At first = source_.at(start);
  std::uint32_t end_column = first.column + 1;
  if (end > start) {
    const At last = source_.at(end);
    if (last.line == first.line && last.column > first.column) end_column = last.column;
  }
  return {file_, first, end_column};
}

void Reporter::report(DiagnosticCode code, std::uint32_t start, std::uint32_t end,
                      std::string message, std::string hint) {
  if (counts_[static_cast<std::size_t>(code)] > most_of_one_code) return;
  report_at(code, span(start, end), std::move(message), std::move(hint));
}

void Reporter::report_at(DiagnosticCode code, SourceSpan span, std::string message,
                         std::string hint) {
  std::uint32_t& count = counts_[static_cast<std::size_t>(code)];
  if (count > most_of_one_code) return;
  if (count == most_of_one_code) message += " (no more of this kind are listed for this post)";
  ++count;
  std::string excerpt(source_.raw_line(span.at.line));
  diagnostics_.report(
      {code, std::move(span), std::move(message), std::move(hint), std::move(excerpt)});
}

}  // namespace galpi::ingest
