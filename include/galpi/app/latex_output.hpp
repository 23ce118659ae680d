// LaTeX on disk, and the PDF that TeX makes of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "galpi/app/output.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/exporters/latex.hpp"
#include "galpi/host/file_system.hpp"
#include "galpi/host/process.hpp"

namespace galpi::app {

/// Makes the edition's images ones that TeX can show: SVG becomes PDF by rsvg-convert. What cannot
/// be converted (GIF, WebP, or no such program) is reported and will be shown as its text.
void convert_images_for_tex(model::Edition& edition, host::ProcessRunner& processes,
                            DiagnosticSink& diagnostics);

/// One document at `path`, and its images, if it shows any, in a folder beside it that is named
/// like it: `october.tex`, `october-images/`.
Result<void> write_latex_file(host::FileSystem& files, const std::string& path,
                              const model::Edition& edition, exporters::LatexOptions options,
                              DiagnosticSink& diagnostics);

/// `book.tex`, a file for each post, and the images, all in one folder.
Result<void> write_latex_folder(host::FileSystem& files, const std::string& path,
                                const model::Edition& edition, exporters::LatexOptions options,
                                DiagnosticSink& diagnostics);

struct PdfOptions {
  std::string engine = "lualatex";  ///< or xelatex
  std::string home;        ///< the user's home folder, where TeX keeps what it knows of fonts
  std::int64_t epoch = 0;  ///< seconds since 1970: the date inside the PDF
  std::chrono::milliseconds timeout{600'000};  ///< for one run of TeX
};

/// Runs TeX until references stand still (at most five times): no shell, nothing read or written
/// outside a folder of its own beside `path`, which is removed. A character that no font has and a
/// reference to nothing are errors: reported at their place in the posts, and no PDF is written.
/// Fails with external_failed when there is no TeX or TeX fails.
Result<void> write_pdf(host::FileSystem& files, host::ProcessRunner& processes,
                       const std::string& path, const model::Edition& edition,
                       exporters::LatexOptions options, const PdfOptions& pdf,
                       DiagnosticSink& diagnostics);

}  // namespace galpi::app
