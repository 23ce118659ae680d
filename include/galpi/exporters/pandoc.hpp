// pandoc's document tree as JSON (https://hackage.haskell.org/package/pandoc-types): what
// `pandoc -f json` reads, and what filters change. Raw markup never stands in it.
#pragma once

#include <cstdint>

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::exporters {

/// The version of the tree. pandoc refuses one whose first two numbers are not its own; what galpi
/// writes is the same in both but for that number.
enum class PandocApi : std::uint8_t {
  v1_22,  ///< pandoc 2.11 to 2.19
  v1_23,  ///< pandoc 3
};

/// How an image that the edition has is named. Others are never images here: pandoc would fetch
/// them, from the web or from anywhere on the disk. They become links, or their text.
enum class PandocImages : std::uint8_t {
  urls,   ///< as the post names it
  files,  ///< by ImageAsset::file_name, for whoever lays the files beside
};

struct PandocOptions {
  model::Languages languages = model::Languages::both;  ///< `both` shows English where there is any
  PandocApi api = PandocApi::v1_22;
  PandocImages images = PandocImages::urls;
  /// Latin words in Korean text say that they are English. Formats that have no way to say so write
  /// each as a piece of HTML.
  bool language_spans = true;
};

/// One document with a line end. Streams day by day.
Result<void> export_pandoc(const model::Edition& edition, const PandocOptions& options,
                           ByteSink& sink, DiagnosticSink& diagnostics);

}  // namespace galpi::exporters
