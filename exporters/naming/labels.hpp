// The few words the book says itself, in Korean or, for an English-only book, in English.
#pragma once

#include <string>
#include <string_view>

#include "galpi/base/date.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::exporters {

struct Labels {
  bool english;
  std::string_view contents;
  std::string_view landmarks;
  std::string_view cover;
  std::string_view title_page;
  std::string_view beginning;
  std::string_view glossary;
  std::string_view index;
  std::string_view groups;  ///< the row of heads above a glossary or an index
  std::string_view goal;
  std::string_view motivation;
  std::string_view contribution;
  std::string_view other_days;  ///< before links to the paper's other appearances
  std::string_view used_in;     ///< before links from a term to its papers
  std::string_view notes;       ///< heading of a review's footnotes, for voices
  std::string_view back;        ///< what a back-link says to voices
  std::string_view no_text;     ///< stands under a heading without text
  std::string_view licence;
  std::string_view untitled;
};

const Labels& labels_for(model::Languages languages);

/// The word for a point's label as the model has it (`goal` → 목표); unknown labels as they are.
std::string_view point_label(const Labels& labels, std::string_view label);

/// `2026년 10월 5일 월요일`, `Monday, 5 October 2026`.
std::string long_date(const Labels& labels, Date date);

/// `10월 5일`, with the year when `with_year`.
std::string short_date(const Labels& labels, Date date, bool with_year);

/// `2026년 10월` for a whole month, else both ends: `2026년 10월 6일–11월 3일`.
std::string range_of_dates(const Labels& labels, Date first, Date last);

/// `22일 · 논문 312편`.
std::string count_of(const Labels& labels, std::size_t days, std::size_t papers);

/// `외 12곳`: places that a list leaves out.
std::string further_places(const Labels& labels, std::size_t count);

}  // namespace galpi::exporters
