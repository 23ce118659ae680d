// `galpi build` once it knows which products are meant.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "book_products.hpp"
#include "console.hpp"
#include "galpi/app/build.hpp"
#include "galpi/app/depfile.hpp"
#include "galpi/host/file_system.hpp"

namespace galpi::cli {

class BuildRun {
 public:
  /// `console` says what is true of the whole run; each product has one of its own.
  BuildRun(const BuildArguments& arguments, std::string configuration, Console& console);

  /// Makes what is out of date, in order, and stops at the first product that fails.
  ExitStatus run(std::vector<BookProduct>& products);

  /// What run() would make.
  std::vector<std::string> out_of_date(const std::vector<BookProduct>& products);

 private:
  /// Nothing when there is none, or none that can be read.
  std::optional<app::BuildRecord> record_of(const BookProduct& product) const;
  std::optional<std::string> reason_to_make(const BookProduct& product,
                                            const std::optional<app::BuildRecord>& record);
  ExitStatus make(BookProduct& product);
  Result<void> prepare_places(const BookProduct& product);
  void keep(const BookProduct& product, const app::BuildRecord& record);
  Result<void> touch_kept();
  Result<void> write_depfile();
  void say_what_stayed(std::size_t products);

  const BuildArguments& arguments_;
  std::string configuration_;
  Console& console_;
  std::unique_ptr<host::FileSystem> files_;
  app::BuildState state_;
  std::vector<app::DepfileRule> rules_;
  std::vector<std::string> kept_;  ///< products that were up to date
  std::size_t warnings_of_kept_ = 0;
  std::size_t errors_of_kept_ = 0;
};

}  // namespace galpi::cli
