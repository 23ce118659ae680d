// Books of galpi.yaml → the exports that make them.
#pragma once

#include <string>
#include <vector>

#include "arguments.hpp"
#include "galpi/app/build.hpp"
#include "galpi/app/configuration.hpp"
#include "galpi/base/result.hpp"
#include "galpi/host/file_system.hpp"

namespace galpi::cli {

/// One file of one book.
struct BookProduct {
  std::string book;
  app::BuildTarget target;
  ExportArguments arguments;  ///< complete
};

/// Every file of every book, in the order of galpi.yaml. Flags in `common` win over what books say;
/// its range is not looked at. Words of galpi.yaml that mean nothing, two books with one file and a
/// book that would be a post fail with invalid_config.
Result<std::vector<BookProduct>> products_of(const app::Configuration& configuration,
                                             const CommonArguments& common,
                                             const host::FileReader& files);

/// Those that `arguments` name, or all; of these, those that touch the range. A word that names
/// none is a usage error.
Result<std::vector<BookProduct>> chosen_products(std::vector<BookProduct> products,
                                                 const BuildArguments& arguments);

}  // namespace galpi::cli
