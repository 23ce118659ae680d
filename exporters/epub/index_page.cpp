#include "index_page.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "galpi/base/parallel.hpp"
#include "galpi/text/collation.hpp"
#include "language.hpp"
#include "page.hpp"

namespace galpi::exporters::epub {
namespace {

// The glossary lists more; an index line stays a line or two.
constexpr std::size_t places_shown = 12;
constexpr std::size_t entry_overhead = 80;
constexpr std::size_t place_overhead = 72;

void add_systems(Index& index, const Book& book) {
  for (std::uint32_t day = 0; day < book.edition.days.size(); ++day) {
    const auto& papers = book.edition.days[day].post().papers;
    for (std::uint32_t paper = 0; paper < papers.size(); ++paper) {
      const std::optional<std::string>& system = papers[paper].system;
      if (system.has_value()) index.systems[*system].push_back({day, paper});
    }
  }
  for (const auto& [name, places] : index.systems) {
    index.entries.push_back({IndexKind::system, name, places});
  }
}

void add_papers(std::vector<IndexEntry>& entries, const Book& book) {
  for (const model::Work& work : book.edition.works) {
    if (work.appearances.empty()) continue;
    const model::Place first = work.appearances.front();
    const std::string_view title = book.edition.days[first.day].post().papers[first.paper].title;
    entries.push_back(
        {IndexKind::paper, title.empty() ? book.labels.untitled : title, work.appearances});
  }
}

void add_terms(std::vector<IndexEntry>& entries, const Book& book) {
  for (const model::TermUse& use : book.edition.terms) {
    const model::Concept& term = book.edition.glossary.concepts[use.concept_index];
    entries.push_back({IndexKind::term, term.korean, use.places, use.concept_index});
    if (term.english != term.korean) {
      entries.push_back({IndexKind::english_term, term.english, {}, use.concept_index});
    }
  }
}

void sort_entries(std::vector<IndexEntry>& entries, unsigned jobs) {
  // Most of the work on an index is to make the keys.
  constexpr std::size_t keys_per_task = 64;
  const text::KoreanCollator collator;
  std::vector<std::pair<std::string, std::size_t>> keys;
  keys.reserve(entries.size());
  const auto make_keys = [&](std::size_t task) {
    std::vector<std::pair<std::string, std::size_t>> made;
    const std::size_t begin = task * keys_per_task;
    const std::size_t end = std::min(begin + keys_per_task, entries.size());
    for (std::size_t i = begin; i < end; ++i) {
      made.emplace_back(collator.sort_key(entries[i].text), i);
    }
    return made;
  };
  const auto take_keys = [&](std::size_t, std::vector<std::pair<std::string, std::size_t>> made) {
    std::ranges::move(made, std::back_inserter(keys));
    return true;
  };
  parallel_ordered((entries.size() + keys_per_task - 1) / keys_per_task, jobs, make_keys,
                   take_keys);
  std::ranges::sort(keys);
  std::vector<IndexEntry> sorted;
  sorted.reserve(entries.size());
  for (const auto& [key, i] : keys) sorted.push_back(entries[i]);
  entries = std::move(sorted);
}

void write_term_link(markup::XmlWriter& xml, const Book& book, std::uint32_t concept_index,
                     std::string_view text) {
  xml.start("a");
  xml.attribute("href", book.term_href(concept_index));
  write_tagged_content(xml, text);
  xml.end();
}

void write_entry(markup::XmlWriter& xml, const Book& book, const IndexEntry& entry) {
  const auto item = xml.element("li");
  if (entry.kind == IndexKind::term) {
    write_term_link(xml, book, entry.concept_index, entry.text);
  } else if (entry.kind == IndexKind::english_term) {
    write_tagged_element(xml, "span", "", entry.text);
    xml.text(" → ");
    write_term_link(xml, book, entry.concept_index,
                    book.edition.glossary.concepts[entry.concept_index].korean);
    return;
  } else {
    write_tagged_element(xml, entry.kind == IndexKind::system ? "b" : "span", "", entry.text);
  }
  xml.text(" ");
  xml.start("span");
  xml.attributes(R"(class="places")");
  write_places(xml, book, entry.places, places_shown);
  xml.end();
}

void write_group(markup::XmlWriter& xml, const Book& book, const Index& index, const Group& group) {
  const auto list = xml.element("ul");
  xml.attribute("class", "index");
  xml.line();
  for (const std::size_t entry : group.entries) {
    write_entry(xml, book, index.entries[entry]);
    xml.line();
  }
}

void write_page(markup::XmlWriter& xml, const Book& book, const Index& index, std::size_t page) {
  const Page frame(xml, book.labels.index, "");
  const auto navigation = xml.element("nav");
  xml.attribute("epub:type", "index").attribute("role", "doc-index");
  write_groups(xml, book.labels.index, index.list, page, book.labels,
               [&](const Group& group) { write_group(xml, book, index, group); });
}

}  // namespace

Index make_index(const Book& book) {
  Index index;
  add_systems(index, book);
  add_papers(index.entries, book);
  add_terms(index.entries, book);
  sort_entries(index.entries, book.options.jobs);
  std::vector<std::string> heads;
  heads.reserve(index.entries.size());
  std::size_t size = 0;
  for (const IndexEntry& entry : index.entries) {
    heads.push_back(text::index_head(entry.text));
    size += entry_overhead + entry.text.size() +
            place_overhead * std::min(entry.places.size() + 1, places_shown);
  }
  index.list = group_entries("index", heads, size);
  return index;
}

std::string render_index_page(const Book& book, const Index& index, std::size_t page) {
  std::string target;
  markup::XmlWriter xml(target);
  write_page(xml, book, index, page);
  return target;
}

}  // namespace galpi::exporters::epub
