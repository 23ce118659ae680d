// The ways through the book: nav.xhtml (EPUB 3.3 §7) and toc.ncx for older readers, both with two
// levels (Kindle shows no more): days, and the papers of each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book.hpp"

namespace galpi::exporters::epub {

struct NavigationEntry {
  std::string label;
  std::string href;
  std::vector<NavigationEntry> children;
};

/// Days with their papers, then glossary and index when the book has them. The order is the
/// spine's.
std::vector<NavigationEntry> make_navigation(const Book& book, bool has_index);

std::string render_nav(const Book& book, const std::vector<NavigationEntry>& entries);
std::string render_ncx(const Book& book, const std::vector<NavigationEntry>& entries);

}  // namespace galpi::exporters::epub
