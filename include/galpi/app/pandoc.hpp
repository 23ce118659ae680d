// pandoc as a writer of further formats: is it there, can it write the format, and the run itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/exporters/pandoc.hpp"
#include "galpi/host/file_system.hpp"
#include "galpi/host/process.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::app {

/// The pandoc that is installed.
struct PandocProgram {
  std::string version;  ///< as it names itself: `2.17.1.1`
  exporters::PandocApi api = exporters::PandocApi::v1_22;
  std::vector<std::string> formats;  ///< that it can write
};

/// Asks pandoc who it is. Fails with external_failed when it is missing, cannot be run, or is none
/// whose document tree galpi knows (2.17 to 2.19, and 3).
Result<PandocProgram> find_pandoc(host::ProcessRunner& processes);

/// Whether `format`, with pandoc's extensions (`gfm-raw_html`) or without, is one that galpi lets
/// pandoc write; usage if not, with what was meant. PDF is not: it needs a TeX engine, and more
/// care for Hangul than pandoc takes.
Result<void> check_pandoc_format(const PandocProgram& program, std::string_view format);

/// Whether the product is no text (`docx`), so that it does not belong on a terminal.
bool is_binary_pandoc_format(std::string_view format);

/// How the tree has to be written for `format`: with the images as files for formats that hold
/// them, with language spans for formats that can say a language.
exporters::PandocOptions pandoc_options(const PandocProgram& program, std::string_view format,
                                        model::Languages languages);

struct PandocRun {
  const PandocProgram& program;
  std::string_view format;
  std::string_view tree;  ///< of export_pandoc() with pandoc_options()
  const model::Edition& edition;
  /// Images are laid into a folder beside this path, and removed again.
  std::string images_beside;
};

/// Runs pandoc: the tree on stdin, the product from stdout into `sink`, each line of stderr a
/// diagnostic. Fails with external_failed when pandoc fails, takes longer than ten minutes or
/// leaves half a product; then nothing was written to `sink`.
Result<void> run_pandoc(const PandocRun& run, host::FileSystem& files,
                        host::ProcessRunner& processes, ByteSink& sink,
                        DiagnosticSink& diagnostics);

}  // namespace galpi::app
