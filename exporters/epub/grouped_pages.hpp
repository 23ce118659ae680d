// Long lists (glossary, index) under heads ㄱㄴㄷ … A-Z: one page while they are small, one page
// per head beyond that, because readers open a page of a megabyte slowly or not at all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/markup/xml_writer.hpp"
#include "language.hpp"
#include "naming/labels.hpp"

namespace galpi::exporters::epub {

struct Group {
  std::string head;                  ///< "ㄱ", "A", "#"
  std::string id;                    ///< `g-01` … `g-14` for consonants, `g-a` … `g-z`, `g-0`
  std::vector<std::size_t> entries;  ///< indices into the caller's entries, in their order
};

/// A page of the list: its groups; the front page of a split list has none.
struct GroupPage {
  std::string file;
  std::string id;  ///< of the manifest item
  std::vector<std::size_t> groups;
};

struct GroupedList {
  std::vector<Group> groups;  ///< in order of first entry
  std::vector<GroupPage> pages;
};

/// Bytes from which a list is split: a month's book keeps one page of each kind (about 200 KB), a
/// year's does not.
inline constexpr std::size_t page_limit = 300'000;

/// `heads` has one head per entry, in reading order; `size` is the estimated size of all entries in
/// bytes. Files are `name.xhtml` and, when split, `name-01.xhtml`, `name-a.xhtml` …
GroupedList group_entries(std::string_view name, const std::vector<std::string>& heads,
                          std::size_t size);

/// The page on which each entry stands.
std::vector<std::size_t> pages_of_entries(const GroupedList& list, std::size_t count);

/// Writes what `page` of the list holds behind the element just opened for it: the title, the
/// heads, and each of its groups through `write_group(group)`.
template <class WriteGroup>
void write_groups(markup::XmlWriter& xml, std::string_view title, const GroupedList& list,
                  std::size_t page, const Labels& labels, const WriteGroup& write_group);

/// Writes the row of links to the heads: within `page` when it has groups, else to their pages.
void write_heads(markup::XmlWriter& xml, const GroupedList& list, std::size_t page,
                 const Labels& labels);

template <class WriteGroup>
void write_groups(markup::XmlWriter& xml, std::string_view title, const GroupedList& list,
                  std::size_t page, const Labels& labels, const WriteGroup& write_group) {
  xml.line();
  write_tagged_element(xml, "h1", "", title);
  xml.line();
  write_heads(xml, list, page, labels);
  xml.line();
  for (const std::size_t index : list.pages[page].groups) {
    const Group& group = list.groups[index];
    xml.start("section");
    xml.attribute("class", "group").attribute("id", group.id);
    xml.line();
    write_tagged_element(xml, "h2", "", group.head);
    xml.line();
    write_group(group);
    xml.end();
    xml.line();
  }
}

}  // namespace galpi::exporters::epub
