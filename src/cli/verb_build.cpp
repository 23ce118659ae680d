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
  if (arguments->common.strict && console.counts().warnings > 0) {
    return console.fail({ErrorCode::invalid_config, "warnings with --strict; nothing was written",
                         SourceSpan{configuration->file, {}, 0}});
  }
  const auto files = host::system_files();
  auto products = products_of(*configuration, arguments->common, *files);
  if (!products) return console.fail(products.error());
  auto chosen = chosen_products(*std::move(products), *arguments);
  if (!chosen) return refuse(chosen.error(), "build");
  BuildRun run(*arguments, configuration->file, console);
  if (arguments->list) {
    std::vector<std::string> paths;
    for (const BookProduct& product : *chosen) paths.push_back(product.target.path);
    if (arguments->stale) paths = run.out_of_date(*chosen);
    std::string list;
    for (const std::string& path : paths) list += path + "\n";
    return print(list);
  }
  return run.run(*chosen);
}

}  // namespace galpi::cli
