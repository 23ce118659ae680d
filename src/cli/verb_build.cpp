#include <assets.hpp>
#include <memory>
#include <set>

#include "arguments.hpp"
#include "book_products.hpp"
#include "build_run.hpp"
#include "galpi/app/configuration.hpp"
#include "verbs.hpp"

namespace galpi::cli {
namespace {

Result<app::Configuration> configuration_with_books(const BuildArguments& arguments,
                                                    Console& console) {
  DiagnosticList diagnostics;
  auto configuration =
      app::load_configuration(*host::system_files(), arguments.common.config, diagnostics);
  console.show(diagnostics.items(), Severity::warning);
  if (!configuration) return configuration;
  if (configuration->file.empty()) {
    return fail(ErrorCode::invalid_config,
                "there is no galpi.yaml here; it says which books there are");
  }
  if (configuration->books.empty()) {
    return fail(ErrorCode::invalid_config, "no `books` are declared",
                SourceSpan{configuration->file, {}, 0});
  }
  return configuration;
}

}  // namespace

ExitStatus run_build(const std::vector<std::string>& words) {
  Result<BuildArguments> arguments = parse_build(words);
  if (!arguments) return refuse(arguments.error(), "build");
  if (arguments->common.help) {
    return print(std::string(help::build_txt) + std::string(help::common_txt));
  }
  // The files of a book come from the same posts: each diagnostic is shown once.
  arguments->common.console.shown = std::make_shared<std::set<std::string>>();
  Console console(arguments->common.console);
  const auto configuration = configuration_with_books(*arguments, console);
  if (!configuration) return console.fail(configuration.error());
  auto products = products_of(*configuration, arguments->common);
  if (!products) return console.fail(products.error());
  auto chosen = chosen_products(*std::move(products), *arguments);
  if (!chosen) return refuse(chosen.error(), "build");
  if (arguments->list) {
    std::string list;
    for (const BookProduct& product : *chosen) list += product.target.path + "\n";
    return print(list);
  }
  return BuildRun(*arguments, configuration->file, console).run(*chosen);
}

}  // namespace galpi::cli
