#include "export_summary.hpp"

#include <fmt/format.h>

#include "galpi/base/diagnostic.hpp"

namespace galpi::cli {

Result<void> require_posts(const StreamSummary& summary, const app::SourceSettings& sources) {
  if (summary.posts > 0) return {};
  std::string where;
  for (const std::string& input : sources.inputs) {
    where += (where.empty() ? "" : ", ") + quote_for_message(input, 200);
  }
  const bool is_limited = sources.range.from || sources.range.to;
  return fail(ErrorCode::nothing_to_export,
              fmt::format("{}: there is no post{}", where, is_limited ? " in the range" : ""));
}

std::string papers_of(const model::Edition& edition) {
  std::size_t papers = 0;
  for (const model::BilingualDigest& day : edition.days) papers += day.post().papers.size();
  return fmt::format(", {}, {}", counted(papers, "paper"), counted(edition.terms.size(), "term"));
}

std::string described(const std::string& output, const StreamSummary& summary,
                      const DiagnosticCounts& counts, const std::string& details) {
  std::string line =
      fmt::format("wrote {}: {}{}", output == "-" ? "to stdout" : quote_for_message(output, 400),
                  counted(summary.posts, "post"), details);
  if (summary.drafts > 0) line += fmt::format(", {} left out", counted(summary.drafts, "draft"));
  if (summary.failed > 0) {
    line += fmt::format(", {} left out that could not be read", counted(summary.failed, "post"));
  }
  line += fmt::format(", {}", counted(counts.warnings, "warning"));
  if (counts.notes > 0) {
    line += fmt::format(" ({}; see `galpi check`)", counted(counts.notes, "note"));
  }
  return line;
}

}  // namespace galpi::cli
