// The image files that posts show, looked for below the site root and nowhere else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/host/file_system.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::app {

/// Loads the images of all posts, each once. One that is missing, outside the root, remote or of a
/// kind e-books cannot show is reported and left out; exporters then show its text.
std::vector<model::ImageAsset> load_images(const std::vector<model::BilingualDigest>& days,
                                           const host::FileReader& files,
                                           DiagnosticSink& diagnostics);

/// Says that the image at `url` cannot be shown, at the place where a post shows it first.
void report_image(const std::vector<model::BilingualDigest>& days, std::string_view url,
                  std::string message, std::string hint, DiagnosticSink& diagnostics);

}  // namespace galpi::app
