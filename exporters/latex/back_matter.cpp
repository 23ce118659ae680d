#include "back_matter.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "galpi/text/collation.hpp"

namespace galpi::exporters::latex {
namespace {

// An index line stays a few lines long: who looks for a term on fifty pages reads its entry.
constexpr std::size_t pages_shown = 24;

struct Entry {
  std::string key;   ///< to sort by
  std::string head;  ///< ㄱ, A
  std::string_view text;
  std::vector<std::string> labels;  ///< of its pages
  std::string_view see;             ///< else: another entry
  std::string_view anchor;          ///< of its glossary entry
  bool is_name = false;
};

void write_names(Document& document, const model::Concept& term) {
  document.add("\\textbf{");
  document.add_text(term.korean);
  document.add("}");
  if (term.english != term.korean) {
    document.add(" ");
    document.add_text(term.english);
  }
  std::string abbreviations;
  for (const std::string& abbreviation : term.abbreviations) {
    abbreviations += (abbreviations.empty() ? "" : ", ") + abbreviation;
  }
  if (!abbreviations.empty()) document.add_text(" (" + abbreviations + ")");
}

void write_pages(Document& document, const std::vector<std::string>& labels,
                 std::string_view command) {
  document.add(command);
  for (std::size_t i = 0; i < std::min(labels.size(), pages_shown); ++i) {
    if (i > 0) document.add(",");
    document.add(labels[i]);
  }
  document.add("}");
}

void write_definition(Document& document, const std::string& definition, std::string_view style) {
  if (definition.empty()) return;
  document.add("\\\\{}");
  document.add(style);
  document.add_text(definition);
  document.add("}");
}

/// The head of the entry that follows, unless the entry before it has the same.
void write_head(Document& document, std::string& last, std::string_view head) {
  if (head == last) return;
  document.add("\\galpiindexhead{");
  document.add_text(head);
  document.add("}\n");
  last = head;
}

class EntryList {
 public:
  void add(std::string_view text, Entry entry) {
    entry.key = collator_.sort_key(text);
    entry.head = text::index_head(text);
    entry.text = text;
    entries_.push_back(std::move(entry));
  }
  std::vector<Entry> take() {
    std::ranges::stable_sort(entries_, {}, &Entry::key);
    return std::move(entries_);
  }

 private:
  text::KoreanCollator collator_;
  std::vector<Entry> entries_;
};

std::vector<Entry> index_entries(const Document& document) {
  EntryList list;
  for (const model::TermUse& use : document.edition.terms) {
    const model::Concept& term = document.edition.glossary.concepts[use.concept_index];
    const std::string_view anchor = document.term_anchor(use.concept_index);
    Entry entry;
    entry.labels = document.places(use.concept_index);
    entry.anchor = anchor;
    list.add(term.korean, std::move(entry));
    if (term.english != term.korean) {
      Entry see;
      see.see = term.korean;
      see.anchor = anchor;
      list.add(term.english, std::move(see));
    }
  }
  for (const model::Work& work : document.edition.works) {
    Entry entry;
    for (const model::Place place : work.appearances) {
      entry.labels.push_back(document.days[place.day].papers[place.paper]);
    }
    const model::Place first = work.appearances.front();
    const model::Paper& paper = document.edition.days[first.day].post().papers[first.paper];
    if (paper.system.has_value()) {
      Entry name = entry;
      name.is_name = true;
      list.add(*paper.system, std::move(name));
    }
    list.add(paper.title.empty() ? document.labels.untitled : std::string_view(paper.title),
             std::move(entry));
  }
  return list.take();
}

void write_entry(Document& document, const Entry& entry) {
  document.add("\\galpiindexline{");
  if (entry.is_name) document.add("\\textbf{");
  if (!entry.anchor.empty()) document.add("\\hyperlink{" + std::string(entry.anchor) + "}{");
  document.add_text(entry.text);
  if (!entry.anchor.empty()) document.add("}");
  if (entry.is_name) document.add("}");
  document.add("}{");
  if (entry.see.empty()) {
    write_pages(document, entry.labels, "\\galpiindexpages{");
  } else {
    document.add("\\galpisee{");
    document.add_text("→");
    document.add("}{");
    document.add_text(entry.see);
    document.add("}");
  }
  document.add("}\n");
}

}  // namespace

void write_glossary(Document& document) {
  if (document.edition.terms.empty()) return;
  document.add("\n\\galpipart{galpi-glossary}{");
  document.add_title(document.labels.glossary);
  document.add("}\n\\begin{galpiglossary}\n");
  std::string head;
  for (const model::TermUse& use : document.edition.terms) {
    const model::Concept& term = document.edition.glossary.concepts[use.concept_index];
    write_head(document, head, text::index_head(term.korean));
    document.add("\\galpientry{" + std::string(document.term_anchor(use.concept_index)) + "}{");
    write_names(document, term);
    if (document.options.languages != model::Languages::english) {
      write_definition(document, term.definition_korean, "{");
    }
    if (document.options.languages != model::Languages::korean) {
      const bool is_below = !document.labels.english;
      write_definition(document, term.definition_english, is_below ? "\\galpigray{" : "{");
    }
    if (!document.places(use.concept_index).empty()) {
      document.add("\\\\{}\\galpigray{\\small ");
      document.add_text(document.labels.used_in);
      document.add(" ");
      write_pages(document, document.places(use.concept_index), "\\galpipages{");
      document.add("}");
    }
    document.add("}\n");
  }
  document.add("\\end{galpiglossary}\n");
}

void write_index(Document& document) {
  const std::vector<Entry> entries = index_entries(document);
  if (entries.empty()) return;
  document.add("\n\\galpipart{galpi-index}{");
  document.add_title(document.labels.index);
  document.add("}\n\\begin{galpiindex}\n");
  std::string head;
  for (const Entry& entry : entries) {
    write_head(document, head, entry.head);
    write_entry(document, entry);
  }
  document.add("\\end{galpiindex}\n");
}

}  // namespace galpi::exporters::latex
