// LaTeX for XeLaTeX and LuaLaTeX, both of which give the same book. A document reads its images
// from a folder beside it, and nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::exporters {

enum class Paper : std::uint8_t {
  a4,
  tablet,  ///< 160 mm x 213 mm, narrow margins
};

struct LatexOptions {
  Paper paper = Paper::a4;
  model::Languages languages = model::Languages::both;  ///< `both` shows English where there is any
  /// In front of an image's file name: nothing, or a folder and a slash. Letters, digits, `-`, `.`.
  std::string image_folder;
};

/// Images of a type TeX cannot show (anything but PNG, JPEG and PDF) are shown as their text.
/// Formulas beyond the words galpi knows are shown as source, with a note. The preamble finds its
/// fonts when TeX runs.
Result<void> export_latex(const model::Edition& edition, const LatexOptions& options,
                          ByteSink& sink, DiagnosticSink& diagnostics);

struct LatexFile {
  std::string name;  ///< ASCII, without a folder
  std::string text;
};

/// The same as several files: `book.tex`, which is what TeX is given, and one for each post.
std::vector<LatexFile> latex_files(const model::Edition& edition, const LatexOptions& options,
                                   DiagnosticSink& diagnostics);

}  // namespace galpi::exporters
