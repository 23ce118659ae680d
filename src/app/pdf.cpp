// The run of TeX behind write_pdf().
#include <fmt/format.h>

#include <cstdlib>

#include "galpi/app/latex_output.hpp"
#include "tex_log.hpp"

namespace galpi::app {
namespace {

constexpr std::size_t pdf_bytes = std::size_t{1} << 30U;
constexpr std::size_t log_bytes = std::size_t{256} << 20U;
constexpr int most_runs = 5;

/// A folder that is gone at the end, whatever happens.
class WorkingFolder {
 public:
  WorkingFolder(host::FileSystem& files, std::string path)
      : files_(files), path_(std::move(path)) {}
  ~WorkingFolder() { files_.remove_directory(path_); }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  host::FileSystem& files_;
  std::string path_;
};

host::ProcessRequest request_for(const PdfOptions& pdf, const std::string& folder) {
  host::ProcessRequest request;
  request.arguments = {pdf.engine, "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error",
                       "book.tex"};
  request.timeout = pdf.timeout;
  request.folder = folder;
  request.environment = {"openin_any=p",          "openout_any=p",
                         "max_print_line=100000", fmt::format("SOURCE_DATE_EPOCH={}", pdf.epoch),
                         "FORCE_SOURCE_DATE=1",   "TZ=UTC"};
  if (!pdf.home.empty()) request.environment.push_back("HOME=" + pdf.home);
  return request;
}

/// TeX until nothing moves any more; the log of the last run.
Result<TexLog> typeset(host::FileSystem& files, host::ProcessRunner& processes,
                       const PdfOptions& pdf, const std::string& folder) {
  std::string references;
  for (int run = 1;; ++run) {
    const auto done = processes.run(request_for(pdf, folder));
    if (!done) return std::unexpected(done.error());
    const auto text = files.read(folder + "/book.log", log_bytes);
    TexLog log = text ? read_tex_log(*text) : TexLog();
    if (done->exit_status != 0) {
      return fail(
          ErrorCode::external_failed,
          fmt::format("{} failed: {}", pdf.engine,
                      quote_for_message(log.error.empty() ? done->errors : log.error, 200)));
    }
    // What TeX writes down for its next run says best whether there is need for one.
    std::string now;
    for (const char* name : {"/book.aux", "/book.toc", "/book.out"}) {
      now += files.read(folder + name, log_bytes).value_or("");
    }
    if ((now == references && !log.wants_another_run) || run == most_runs) return log;
    references = std::move(now);
  }
}

}  // namespace

Result<void> write_pdf(host::FileSystem& files, host::ProcessRunner& processes,
                       const std::string& path, const model::Edition& edition,
                       exporters::LatexOptions options, const PdfOptions& pdf,
                       DiagnosticSink& diagnostics) {
  GALPI_TRY(std::string made, files.create_directory_beside(path));
  const WorkingFolder folder(files, std::move(made));
  // Beside the text: of a folder in work only the files in it are taken away when a signal comes.
  options.image_folder.clear();
  for (const model::ImageAsset& image : edition.images) {
    GALPI_CHECK(write_file(files, folder.path() + "/" + image.file_name,
                           [&](ByteSink& sink) { return sink.write(image.bytes); }));
  }
  GALPI_CHECK(write_file(files, folder.path() + "/book.tex", [&](ByteSink& sink) {
    return exporters::export_latex(edition, options, sink, diagnostics);
  }));
  GALPI_TRY(const TexLog log, typeset(files, processes, pdf, folder.path()));
  for (const TexFault& fault : log.faults) {
    SourceSpan span;
    std::string excerpt;
    if (fault.post > 0 && fault.post <= edition.days.size()) {
      const model::Digest& digest = edition.days[fault.post - 1].annotated.digest;
      span = {digest.file, {fault.line, 1}, 0};
      excerpt = model::quoted_line(digest, span.at);
    }
    diagnostics.report({DiagnosticCode::tex_fault, span, quote_for_message(fault.message, 200),
                        "install a font that has it, or write it in another way", excerpt});
  }
  if (!log.faults.empty()) {
    return fail(ErrorCode::invalid_input, "characters or references are missing; no PDF written");
  }
  GALPI_TRY(const std::string bytes, files.read(folder.path() + "/book.pdf", pdf_bytes));
  return write_file(files, path, [&](ByteSink& sink) { return sink.write(bytes); });
}

}  // namespace galpi::app
