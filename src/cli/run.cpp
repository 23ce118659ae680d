#include <fmt/format.h>

#include <assets.hpp>
#include <cstdio>

#include "arguments.hpp"
#include "galpi/host/standard_streams.hpp"
#include "verbs.hpp"

namespace galpi::cli {
namespace {

ExitStatus print_version() {
  return print(fmt::format("galpi {}\nmade with {}\n", GALPI_VERSION, GALPI_LIBRARIES));
}

}  // namespace

ExitStatus print(const std::string& text) {
  const Result<void> written = host::standard_output()->write(text);
  return written ? ExitStatus::done : exit_status_of(written.error().code);
}

ExitStatus refuse(const Error& error, const std::string& verb) {
  const std::string help = verb.empty() ? "galpi --help" : fmt::format("galpi {} --help", verb);
  const std::string text =
      fmt::format("galpi: error: {}\n  hint: `{}` lists what there is\n", error.message, help);
  std::fwrite(text.data(), 1, text.size(), stderr);
  return ExitStatus::wrong_usage;
}

ExitStatus run(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    std::fwrite(help::galpi_txt.data(), 1, help::galpi_txt.size(), stderr);
    return ExitStatus::wrong_usage;
  }
  const std::string& verb = arguments.front();
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  if (verb == "export") return run_export(rest);
  if (verb == "build") return run_build(rest);
  if (verb == "check") return run_check(rest);
  if (verb == "deck") return run_deck(rest);
  if (verb == "--help" || verb == "-h" || verb == "help") {
    return print(std::string(help::galpi_txt));
  }
  if (verb == "--version") return print_version();
  return refuse(
      {ErrorCode::usage, unknown_word("the verb", verb, {"export", "build", "check", "deck"}), {}},
      "");
}

}  // namespace galpi::cli
