#include "book.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "galpi/model/reading.hpp"
#include "galpi/text/collation.hpp"
#include "language.hpp"

namespace galpi::exporters::epub {
namespace {

// What an entry weighs in the glossary beside its own texts: tags, and a link for each place.
constexpr std::size_t entry_overhead = 200;
constexpr std::size_t place_overhead = 72;

std::size_t estimated_size(const model::Concept& term, const model::TermUse& use) {
  return entry_overhead + term.korean.size() + term.english.size() + term.definition_korean.size() +
         term.definition_english.size() +
         place_overhead * std::min(use.places.size(), glossary_places_shown);
}

}  // namespace

Book::Book(const model::Edition& book_edition, const EpubOptions& book_options)
    : edition(book_edition),
      options(book_options),
      labels(labels_for(book_options.languages)),
      days(day_addresses(book_edition.days)),
      term_hrefs_(book_edition.glossary.concepts.size()) {
  for (const model::BilingualDigest& day : edition.days) {
    const Date date = day.post().date;
    day_marks.push_back(spans_years() ? fmt::format("{}/{}/{}", date.year, date.month, date.day)
                                      : fmt::format("{}/{}", date.month, date.day));
  }
  std::vector<std::string> heads;
  std::size_t size = 0;
  for (const model::TermUse& use : edition.terms) {
    const model::Concept& term = edition.glossary.concepts[use.concept_index];
    heads.push_back(text::index_head(term.korean));
    size += estimated_size(term, use);
  }
  glossary = group_entries("glossary", heads, size);
  glossary_pages = pages_of_entries(glossary, heads.size());
  for (std::size_t entry = 0; entry < edition.terms.size(); ++entry) {
    const std::uint32_t index = edition.terms[entry].concept_index;
    term_hrefs_[index] = glossary.pages[glossary_pages[entry]].file + "#" +
                         term_id(edition.glossary.concepts[index]);
  }
  for (const model::Work& work : edition.works) {
    if (work.appearances.size() < 2) continue;
    for (const model::Place place : work.appearances) repeated_.emplace_back(place, &work);
  }
  std::ranges::sort(repeated_, {}, &std::pair<model::Place, const model::Work*>::first);
}

std::string_view Book::term_href(std::uint32_t concept_index) const {
  return concept_index < term_hrefs_.size() ? std::string_view(term_hrefs_[concept_index])
                                            : std::string_view();
}

std::string_view Book::term_name(std::uint32_t concept_index) const {
  const std::string_view target = term_href(concept_index);
  return target.empty() ? target : target.substr(target.find('#') + 1);
}

const model::Work* Book::repeated_work(model::Place place) const {
  const auto found = std::ranges::lower_bound(repeated_, place, {},
                                              &std::pair<model::Place, const model::Work*>::first);
  return found != repeated_.end() && found->first == place ? found->second : nullptr;
}

const model::ImageAsset* Book::image(std::string_view url) const {
  return model::find_image(edition, url);
}

bool Book::spans_years() const { return edition.metadata.first.year != edition.metadata.last.year; }

std::size_t Book::count_days() const {
  std::size_t count = 0;
  for (std::size_t day = 0; day < edition.days.size(); ++day) {
    if (day == 0 || edition.days[day].post().date != edition.days[day - 1].post().date) ++count;
  }
  return count;
}

std::size_t Book::count_papers() const {
  std::size_t count = 0;
  for (const model::BilingualDigest& day : edition.days) count += day.post().papers.size();
  return count;
}

std::string short_place(const Book& book, model::Place place) {
  const auto& papers = book.edition.days[place.day].post().papers;
  const std::string& day = book.day_marks[place.day];
  if (place.paper >= papers.size()) return day;
  return day + '-' + std::to_string(papers[place.paper].number.value_or(place.paper + 1));
}

void write_href(markup::XmlWriter& xml, const Book& book, model::Place place) {
  const DayAddress& day = book.days[place.day];
  if (place.paper >= day.papers.size()) {
    xml.attribute("href", day.file);
  } else {
    xml.attribute("href", {day.file, "#", day.papers[place.paper]});
  }
}

void write_places(markup::XmlWriter& xml, const Book& book, std::span<const model::Place> places,
                  std::size_t most) {
  const std::size_t shown = std::min(places.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) xml.text(", ");
    xml.start("a");
    write_href(xml, book, places[i]);
    xml.text(short_place(book, places[i]));
    xml.end();
  }
  if (shown < places.size()) {
    xml.text(" ");
    write_tagged(xml, further_places(book.labels, places.size() - shown));
  }
}

}  // namespace galpi::exporters::epub
