// The package document (EPUB 3.3 §5): metadata with what accessibility checkers ask for, manifest,
// spine, and the guide that EPUB 2 readers look for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book.hpp"

namespace galpi::exporters::epub {

inline constexpr std::string_view page_media_type = "application/xhtml+xml";

struct ManifestItem {
  std::string id;
  std::string file;
  std::string media_type;
  std::string properties;  ///< separated by spaces; may be empty
};

struct SpineItem {
  std::string id;
  bool is_linear = true;
};

struct Package {
  std::vector<ManifestItem> manifest;
  std::vector<SpineItem> spine;
  bool has_mathml = false;

  /// Pages get a place in the spine as well. The contents stand beside the reading order: the
  /// reader has its own way to them, but a landmark may only lead to what is in the spine.
  void add(ManifestItem item, bool uses_mathml);
};

std::string render_package(const Book& book, const Package& package);

/// META-INF/container.xml (OCF 3.3 §4.2.6.3.1).
std::string render_container();

}  // namespace galpi::exporters::epub
