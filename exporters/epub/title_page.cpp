#include "title_page.hpp"

#include <fmt/format.h>

#include "language.hpp"
#include "naming/links.hpp"
#include "page.hpp"

namespace galpi::exporters::epub {
namespace {

void write_licence(markup::XmlWriter& xml, const Book& book) {
  const std::string& licence = book.edition.metadata.licence;
  const auto paragraph = xml.element("p");
  xml.attribute("class", "licence");
  write_tagged(xml, fmt::format("{}: ", book.labels.licence));
  const auto href = licence.contains("://") ? outside_href(licence) : std::nullopt;
  if (!href.has_value()) return write_tagged(xml, licence);
  xml.start("a");
  xml.attribute("href", *href);
  write_tagged_content(xml, licence);
  xml.end();
}

void write_page(markup::XmlWriter& xml, const Book& book) {
  const model::BookMetadata& metadata = book.edition.metadata;
  const Page page(xml, book.labels.title_page, "");
  const auto section = xml.element("section");
  xml.attribute("epub:type", "titlepage").attribute("class", "title-page");
  xml.line();
  write_tagged_element(
      xml, "h1", "",
      metadata.title.empty() ? book.labels.untitled : std::string_view(metadata.title));
  xml.line();
  if (!metadata.author.empty()) {
    write_tagged_element(xml, "p", "author", metadata.author);
    xml.line();
  }
  write_tagged_element(xml, "p", "range",
                       range_of_dates(book.labels, metadata.first, metadata.last));
  xml.line();
  write_tagged_element(xml, "p", "count",
                       count_of(book.labels, book.count_days(), book.count_papers()));
  xml.line();
  if (!metadata.licence.empty()) {
    write_licence(xml, book);
    xml.line();
  }
}

}  // namespace

std::string render_title_page(const Book& book) {
  std::string target;
  markup::XmlWriter xml(target);
  write_page(xml, book);
  return target;
}

}  // namespace galpi::exporters::epub
