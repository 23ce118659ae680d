// The run of TeX behind write_pdf().
#include <fmt/format.h>

#include <cstdlib>
#include <optional>
#include <utility>

#include "galpi/app/latex_output.hpp"
#include "galpi/text/utf8.hpp"
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
  request.environment = {"openin_any=p",
                         "openout_any=p",
                         "max_print_line=100000",
                         fmt::format("SOURCE_DATE_EPOCH={}", pdf.epoch),
                         "FORCE_SOURCE_DATE=1",
                         "TZ=UTC",
                         "MKTEXTFM=0",
                         "MKTEXPK=0",
                         "MKTEXMF=0"};
  if (!pdf.home.empty()) request.environment.push_back("HOME=" + pdf.home);
  return request;
}

/// A place in the document as a place in the posts.
SourceSpan span_of(const model::Edition& edition, const TexFault& place) {
  if (place.post == 0 || place.post > edition.days.size()) return {};
  return {edition.days[place.post - 1].annotated.digest.file, {place.line, 1}, 0};
}

/// The document knows where a block begins; the character may stand some lines below.
SourceSpan span_of_character(const model::Edition& edition, const TexFault& fault) {
  constexpr std::uint32_t lines_of_block = 400;
  SourceSpan span = span_of(edition, fault);
  const char32_t missing = missing_character(fault.message);
  if (span.file.empty() || missing == 0) return span;
  std::string character;
  text::append_code_point(character, missing);
  const model::Digest& digest = edition.days[fault.post - 1].annotated.digest;
  for (std::uint32_t line = fault.line; line < fault.line + lines_of_block; ++line) {
    if (!model::quoted_line(digest, {line, 1}).contains(character)) continue;
    span.at.line = line;
    break;
  }
  return span;
}

/// Why TeX stopped, at its place in the posts if TeX says where it was.
std::unexpected<Error> tex_failure(const host::FileReader& files, const PdfOptions& pdf,
                                   const std::string& folder, const TexLog& log,
                                   const std::string& errors, const model::Edition& edition) {
  Error error{ErrorCode::external_failed,
              fmt::format("{} failed: {}", pdf.engine,
                          quote_for_message(log.error.empty() ? errors : log.error, 200)),
              std::nullopt};
  const auto document = files.read(folder + "/book.tex", log_bytes);
  if (log.error_line > 0 && document) {
    const SourceSpan span = span_of(edition, place_in_posts(*document, log.error_line));
    if (!span.file.empty()) error.span = span;
  }
  return std::unexpected(std::move(error));
}

/// TeX until nothing moves any more; the log of the last run.
Result<TexLog> typeset(host::FileSystem& files, host::ProcessRunner& processes,
                       const PdfOptions& pdf, const std::string& folder,
                       const model::Edition& edition) {
  std::string references;
  for (int run = 1;; ++run) {
    const auto done = processes.run(request_for(pdf, folder));
    if (!done) return std::unexpected(done.error());
    const auto text = files.read(folder + "/book.log", log_bytes);
    TexLog log = text ? read_tex_log(*text) : TexLog();
    if (done->exit_status != 0) {
      return tex_failure(files, pdf, folder, log, done->errors, edition);
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
  GALPI_TRY(const TexLog log, typeset(files, processes, pdf, folder.path(), edition));
  for (const TexFault& fault : log.faults) {
    const SourceSpan span = span_of_character(edition, fault);
    const std::string excerpt =
        span.file.empty()
            ? ""
            : model::quoted_line(edition.days[fault.post - 1].annotated.digest, span.at);
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
