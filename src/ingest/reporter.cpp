#include "reporter.hpp"

#include <utility>

#include "galpi/text/utf8.hpp"

namespace galpi::ingest {
namespace {

/// The line, or its beginning when it is very long; nothing when the span lies behind that: a
/// thousand reports about one line of a megabyte must not hold a gigabyte.
std::string excerpt_of(std::string_view line, const SourceSpan& span) {
  constexpr std::size_t longest = 4096;
  if (line.size() <= longest) return std::string(line);
  std::size_t end = 0;
  std::uint32_t columns = 0;
  while (end < longest) {
    text::next_code_point(line, end);
    ++columns;
  }
  return span.at.column <= columns ? std::string(line.substr(0, end)) : std::string();
}

}  // namespace

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
  std::string excerpt = excerpt_of(source_.raw_line(span.at.line), span);
  diagnostics_.report(
      {code, std::move(span), std::move(message), std::move(hint), std::move(excerpt)});
}

}  // namespace galpi::ingest
