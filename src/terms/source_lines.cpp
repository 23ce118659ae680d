#include "source_lines.hpp"

#include <algorithm>

#include "galpi/text/utf8.hpp"

namespace galpi::terms {
namespace {

constexpr std::size_t reports_at_most = 100;
constexpr std::size_t excerpt_bytes_at_most = 4096;

/// Bytes that start a code point; unlike count_code_points() this also serves text that is not
/// valid UTF-8, whose fault is what is being reported.
std::size_t count_starts(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

SourceLines::SourceLines(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    starts_.push_back(i + 1);
  }
}

std::string_view SourceLines::line(std::size_t index) const {
  if (index >= starts_.size()) return {};
  const std::size_t start = starts_[index];
  std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] - 1 : text_.size();
  if (end > start && text_[end - 1] == '\r') --end;
  return text_.substr(start, end - start);
}

At SourceLines::at(std::size_t line_index, std::size_t byte_column) const {
  const std::string_view raw = line(line_index).substr(0, byte_column);
  return {static_cast<std::uint32_t>(line_index + 1),
          static_cast<std::uint32_t>(count_starts(raw) + 1)};
}

At SourceLines::at_offset(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(starts_, offset);
  const auto index = static_cast<std::size_t>(after - starts_.begin()) - 1;
  return at(index, offset - starts_[index]);
}

std::string_view SourceLines::line_of(At at) const {
  return at.line == 0 ? std::string_view{} : line(at.line - 1);
}

void FaultReporter::report(DiagnosticCode code, At at, std::string message, std::string hint) {
  const std::string_view line = lines_.line_of(at);
  Diagnostic diagnostic{code, {file_, at, 0}, std::move(message), std::move(hint), {}};
  if (line.size() <= excerpt_bytes_at_most && !text::find_invalid_utf8(line)) {
    diagnostic.excerpt = line;
  }
  if (severity_of(diagnostic) == Severity::error) {
    if (errors_++ == 0) first_error_ = diagnostic.span;
  }
  if (++reported_ > reports_at_most) return;
  if (reported_ == reports_at_most) {
    diagnostic.message = "more faults of this file are not shown";
    diagnostic.hint.clear();
    diagnostic.excerpt.clear();
  }
  sink_.report(std::move(diagnostic));
}

}  // namespace galpi::terms
