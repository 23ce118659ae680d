#include <fmt/format.h>

#include "galpi/text/utf8.hpp"
#include "notes_of_edition.hpp"

namespace galpi::exporters::anki {

std::string date_tag(Date date) {
  return fmt::format("galpi::date::{:04}-{:02}", date.year, date.month);
}

std::string domain_tag(std::string_view domain) {
  std::string tag = "galpi::domain::";
  const std::size_t start = tag.size();
  for (std::size_t i = 0; i < domain.size();) {
    const char32_t c = text::next_code_point(domain, i);
    if (text::is_letter_or_digit(c)) {
      text::append_code_point(tag, c);
    } else if (tag.size() > start && !tag.ends_with('-')) {
      tag += '-';
    }
  }
  while (tag.ends_with('-')) tag.pop_back();
  return tag.size() == start ? std::string() : tag;
}

}  // namespace galpi::exporters::anki
