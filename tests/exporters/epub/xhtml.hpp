// Looking at XHTML in tests: its text, its language tags, its ids and links.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace galpi::sample {

std::string without_spaces(std::string_view text);

/// The text of the body, without elements of these names or classes.
std::string text_of(const std::string& xhtml, const std::vector<std::string>& skipped_names,
                    const std::vector<std::string>& skipped_classes);

/// Runs of two and more ASCII letters whose nearest language is not English, and code and formulas
/// whose nearest language is.
std::vector<std::string> untagged_latin(const std::string& xhtml);

struct Anchors {
  std::set<std::string> ids;
  std::vector<std::string> repeated;
  std::vector<std::string> inner_links;  ///< without '#'
  std::vector<std::string> links;        ///< all others
};
Anchors anchors_of(const std::string& xhtml);

}  // namespace galpi::sample
