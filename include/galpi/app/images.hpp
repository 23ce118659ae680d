// The image files that posts show, looked for below the site root and nowhere else.
#pragma once

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

}  // namespace galpi::app
