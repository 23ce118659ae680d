#include "document.hpp"
#include "galpi/exporters/markdown.hpp"

namespace galpi::exporters {

Result<void> export_markdown(const model::Edition& edition, const MarkdownOptions& options,
                             ByteSink& sink, DiagnosticSink& /*diagnostics*/) {
  const markdown::Mode mode = markdown::mode_of(options);
  GALPI_CHECK(sink.write(markdown::book_head(edition, mode)));
  for (std::size_t day = 0; day < edition.days.size(); ++day) {
    GALPI_CHECK(sink.write(markdown::book_part(edition, edition.days[day], day + 1, mode)));
  }
  return sink.write(markdown::book_tail(edition, mode));
}

Result<void> export_markdown_day(const model::Edition& edition, std::size_t day,
                                 const MarkdownOptions& options, ByteSink& sink,
                                 DiagnosticSink& /*diagnostics*/) {
  return sink.write(
      markdown::post_document(edition, edition.days.at(day), markdown::mode_of(options)));
}

}  // namespace galpi::exporters
