// The verbs of the command line; each takes what stands behind it and returns the exit status.
#pragma once

#include <string>
#include <vector>

#include "exit_status.hpp"
#include "galpi/base/error.hpp"

namespace galpi::cli {

ExitStatus run_export(const std::vector<std::string>& words);
ExitStatus run_build(const std::vector<std::string>& words);
ExitStatus run_deck(const std::vector<std::string>& words);
ExitStatus run_check(const std::vector<std::string>& words);

/// Finds the verb and runs it. `arguments` are those behind the program's name.
ExitStatus run(const std::vector<std::string>& arguments);

/// Puts `text` on stdout.
ExitStatus print(const std::string& text);

/// Shows why a command line is wrong, and where help is.
ExitStatus refuse(const Error& error, const std::string& verb);

}  // namespace galpi::cli
