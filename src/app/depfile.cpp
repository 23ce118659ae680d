#include "galpi/app/depfile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "paths.hpp"

namespace galpi::app {
namespace {

/// Beyond this many months of one book every post is looked at.
constexpr std::int64_t most_months = 36;

/// What means something to Make within a name; not all of it can be quoted, and not everywhere.
constexpr std::string_view special = " \t\n\r\v\f#:%*?[]~\\;|=$&()";

bool is_special(char c) { return special.find(c) != std::string_view::npos; }

/// A name as Make finds it: `?` stands for any character, those that Make would take for its own
/// among them. If that fits another file as well, galpi is asked once more than needed.
std::string for_make(std::string name) {
  std::ranges::replace_if(name, is_special, '?');
  return name;
}

/// Only these can stand in a function of Make.
bool is_plain(std::string_view name) { return std::ranges::none_of(name, is_special); }

std::int64_t month_number(Date date) { return std::int64_t{date.year} * 12 + date.month - 1; }

std::vector<std::string> name_patterns(const DateRange& range) {
  if (!range.from || !range.to) return {"*"};
  const std::int64_t first = month_number(*range.from);
  const std::int64_t last = month_number(*range.to);
  if (last - first >= most_months) return {"*"};
  std::vector<std::string> patterns;
  for (std::int64_t month = first; month <= last; ++month) {
    patterns.push_back(fmt::format("{:04}-{:02}-*", month / 12, month % 12 + 1));
  }
  return patterns;
}

}  // namespace

DepfileRule depfile_rule(const BuildTarget& target, const BuildRecord& record,
                         const std::string& configuration) {
  DepfileRule rule{target.path, {}, {}};
  std::set<std::string> folders;
  if (!configuration.empty()) rule.inputs.push_back(configuration);
  for (const auto& [path, hash] : record.files) {
    if (!hash.empty()) {
      rule.inputs.push_back(path);
    } else if (is_plain(path)) {
      rule.patterns.push_back(path);
    }
  }
  for (const auto& [path, hash] : record.posts) {
    rule.inputs.push_back(path);
    folders.insert(folder_of(path));
  }
  for (const auto& [path, hash] : record.other_posts) folders.insert(folder_of(path));
  const std::vector<std::string> names = name_patterns(target.sources.range);
  for (const std::string& folder : folders) {
    if (!is_plain(folder)) continue;
    for (const std::string& name : names) rule.patterns.push_back(folder + name);
  }
  return rule;
}

std::string format_depfile(std::span<const DepfileRule> rules) {
  std::string text = "# Written by `galpi build --depfile`.\n";
  std::set<std::string> inputs;
  for (const DepfileRule& rule : rules) {
    text += for_make(rule.target) + ":";
    for (const std::string& input : rule.inputs) {
      text += " \\\n  " + for_make(input);
      inputs.insert(input);
    }
    for (const std::string& pattern : rule.patterns) {
      // As a pattern, not as what $(wildcard) found: names with blanks stay whole. A pattern that
      // fits nothing would be an input that never exists.
      text += fmt::format(" \\\n  $(if $(wildcard {0}),{0})", pattern);
    }
    text += '\n';
  }
  for (const std::string& input : inputs) text += "\n" + for_make(input) + ":\n";
  return text;
}

}  // namespace galpi::app
