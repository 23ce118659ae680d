#include "galpi/app/depfile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace galpi::app {
namespace {

/// What means something to Make within a name; not all of it can be quoted, and not everywhere.
constexpr std::string_view special = " \t\n\r\v\f#:%*?[]~\\;|=$&(),\"'`";

bool is_special(char c) { return special.find(c) != std::string_view::npos; }

/// A name as Make finds it: `?` stands for any character, those that Make would take for its own
/// among them. If that fits another file as well, galpi is asked once more than needed.
std::string for_make(std::string name) {
  std::ranges::replace_if(name, is_special, '?');
  return name;
}

bool is_plain(std::string_view name) { return std::ranges::none_of(name, is_special); }

}  // namespace

DepfileRule depfile_rule(const BuildTarget& target, const BuildRecord& record,
                         const std::string& configuration) {
  DepfileRule rule{target.path, {}};
  if (!configuration.empty()) rule.inputs.push_back(configuration);
  for (const auto* files : {&record.files, &record.posts}) {
    for (const auto& [path, hash] : *files) {
      if (!hash.empty()) rule.inputs.push_back(path);
    }
  }
  return rule;
}

std::string format_depfile(std::span<const DepfileRule> rules) {
  std::string text = "# Written by `galpi build --depfile`.\n";
  std::set<std::string> plain;
  for (const DepfileRule& rule : rules) {
    text += for_make(rule.target) + ":";
    for (const std::string& input : rule.inputs) {
      if (is_plain(input)) {
        text += " \\\n  " + input;
        plain.insert(input);
      } else {
        // As a target, `?` could stand for files that Make reads as patterns; so there is no empty
        // rule, and one that is gone counts no longer.
        text += fmt::format(" \\\n  $(if $(wildcard {0}),{0})", for_make(input));
      }
    }
    text += '\n';
  }
  for (const std::string& input : plain) text += "\n" + input + ":\n";
  return text;
}

}  // namespace galpi::app
