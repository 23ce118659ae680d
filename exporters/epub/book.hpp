// What all pages of one book share: the edition, the options and every address in the book. Made
// once, then only read, so that chapters can be rendered on several threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galpi/exporters/epub.hpp"
#include "galpi/model/edition.hpp"
#include "grouped_pages.hpp"
#include "naming/ids.hpp"
#include "naming/labels.hpp"

namespace galpi::exporters::epub {

/// Links in one glossary entry: a term of a long book stands in hundreds of papers, and nobody
/// follows more than these.
inline constexpr std::size_t glossary_places_shown = 40;

/// `edition` and `options` must outlive the book.
class Book {
 public:
  Book(const model::Edition& book_edition, const EpubOptions& book_options);

  const model::Edition& edition;
  const EpubOptions& options;
  const Labels& labels;
  std::vector<DayAddress> days;
  std::vector<std::string> day_marks;       ///< by day: `10/5`, or `2026/10/5`
  GroupedList glossary;                     ///< entries are Edition::terms
  std::vector<std::size_t> glossary_pages;  ///< by entry

  /// The glossary entry of a concept, or empty when the book does not mention it.
  std::string_view term_href(std::uint32_t concept_index) const;
  /// The concept's id in the glossary, or empty.
  std::string_view term_name(std::uint32_t concept_index) const;
  /// The work with several appearances that stands at `place`, or nullptr.
  const model::Work* repeated_work(model::Place place) const;
  /// The image of a mark's url, or nullptr.
  const model::ImageAsset* image(std::string_view url) const;
  /// Whether dates need their year to be told apart.
  bool spans_years() const;
  /// Days of the calendar: two posts of one day count once.
  std::size_t count_days() const;
  std::size_t count_papers() const;

 private:
  std::vector<std::string> term_hrefs_;                                ///< by concept
  std::vector<std::pair<model::Place, const model::Work*>> repeated_;  ///< sorted by place
};

/// `10/5-3`: the third paper of 5 October; with the year in front when the book spans several.
std::string short_place(const Book& book, model::Place place);

/// Gives the element just started the href of a place,
/// `day-2026-10-05.xhtml#d2026-10-05-a2510-12345`; the file alone for a day's own sections.
void write_href(markup::XmlWriter& xml, const Book& book, model::Place place);

/// Writes links to `places`, at most `most` of them, then how many are left out.
void write_places(markup::XmlWriter& xml, const Book& book, std::span<const model::Place> places,
                  std::size_t most);

}  // namespace galpi::exporters::epub
