// What Make needs to know of products: `target: inputs`, in the syntax of GNU Make (manual, "Rule
// Syntax") and, but for odd names, of compilers.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "galpi/app/build.hpp"

namespace galpi::app {

struct DepfileRule {
  std::string target;
  std::vector<std::string> inputs;  ///< files that are there
};

/// The rule of a product: its posts, all else that was read, and `configuration` if it has a name.
DepfileRule depfile_rule(const BuildTarget& target, const BuildRecord& record,
                         const std::string& configuration);

/// The text of a depfile. Each input gets an empty rule, too, so that one that is gone makes its
/// products again instead of stopping Make.
std::string format_depfile(std::span<const DepfileRule> rules);

}  // namespace galpi::app
