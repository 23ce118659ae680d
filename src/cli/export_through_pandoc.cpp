#include "export_through_pandoc.hpp"

namespace galpi::cli {

Result<void> export_through_pandoc(const PandocProduct& product, const model::Edition& edition,
                                   host::FileSystem& files, host::ProcessRunner& processes,
                                   ByteSink& sink, DiagnosticSink& diagnostics) {
  std::string tree;
  StringSink tree_sink(tree);
  GALPI_CHECK(exporters::export_pandoc(
      edition, app::pandoc_options(product.program, product.format, product.languages), tree_sink,
      diagnostics));
  // The images live as long as pandoc runs: beside the product, or where temporary files go.
  const std::string beside = product.output == "-" ? "/tmp/galpi-images" : product.output;
  return app::run_pandoc({product.program, product.format, tree, edition, beside}, files, processes,
                         sink, diagnostics);
}

}  // namespace galpi::cli
