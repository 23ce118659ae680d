// The index: names of systems, titles of papers and terms in both languages, ㄱㄴㄷ then A-Z.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book.hpp"

namespace galpi::exporters::epub {

enum class IndexKind : std::uint8_t { system, paper, term, english_term };

/// Looks into the edition, the labels or Index::systems.
struct IndexEntry {
  IndexKind kind;
  std::string_view text;
  std::span<const model::Place> places;  ///< none for an English name, which leads to its entry
  std::uint32_t concept_index = 0;       ///< of terms
};

struct Index {
  std::map<std::string_view, std::vector<model::Place>> systems;
  std::vector<IndexEntry> entries;  ///< in dictionary order
  GroupedList list;
};

Index make_index(const Book& book);

/// One page of Index::list as XHTML.
std::string render_index_page(const Book& book, const Index& index, std::size_t page);

}  // namespace galpi::exporters::epub
