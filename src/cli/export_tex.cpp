#include "export_tex.hpp"

#include <cstdlib>

#include "galpi/app/latex_output.hpp"

namespace galpi::cli {

Result<void> export_tex(const ExportArguments& arguments, std::int64_t epoch,
                        const model::Edition& edition, host::FileSystem& files,
                        host::ProcessRunner& processes, DiagnosticSink& diagnostics) {
  const exporters::LatexOptions options{
      arguments.paper, arguments.common.languages.value_or(model::Languages::both), ""};
  if (arguments.format == Format::pdf) {
    app::PdfOptions pdf;
    if (arguments.engine == TexEngine::xelatex) pdf.engine = "xelatex";
    const char* const home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe)
    if (home != nullptr) pdf.home = home;
    pdf.epoch = epoch;
    return app::write_pdf(files, processes, arguments.output, edition, options, pdf, diagnostics);
  }
  const bool is_folder =
      arguments.output.ends_with('/') || files.kind(arguments.output) == host::FileKind::directory;
  return is_folder ? app::write_latex_folder(files, arguments.output, edition, options, diagnostics)
                   : app::write_latex_file(files, arguments.output, edition, options, diagnostics);
}

}  // namespace galpi::cli
