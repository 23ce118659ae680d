#include "navigation.hpp"

#include <fmt/format.h>

#include "language.hpp"
#include "naming/headings.hpp"
#include "page.hpp"

namespace galpi::exporters::epub {
namespace {

std::string paper_label(const Book& book, const model::Paper& paper) {
  const std::string_view title =
      paper.title.empty() ? book.labels.untitled : std::string_view(paper.title);
  return paper.number.has_value() ? fmt::format("{}. {}", *paper.number, title)
                                  : std::string(title);
}

void write_list(markup::XmlWriter& xml, const std::vector<NavigationEntry>& entries) {
  const auto list = xml.element("ol");
  xml.line();
  for (const NavigationEntry& entry : entries) {
    {
      const auto item = xml.element("li");
      xml.start("a");
      xml.attribute("href", entry.href);
      write_tagged_content(xml, entry.label);
      xml.end();
      if (!entry.children.empty()) write_list(xml, entry.children);
    }
    xml.line();
  }
}

void write_landmark(markup::XmlWriter& xml, std::string_view type, std::string_view href,
                    std::string_view label) {
  const auto item = xml.element("li");
  xml.start("a");
  xml.attribute("epub:type", type).attribute("href", href);
  write_tagged_content(xml, label);
  xml.end();
}

void write_landmarks(markup::XmlWriter& xml, const Book& book,
                     const std::vector<NavigationEntry>& entries) {
  const auto navigation = xml.element("nav");
  xml.attribute("epub:type", "landmarks")
      .attribute("aria-label", book.labels.landmarks)
      .attribute("hidden", "hidden");
  xml.line();
  const auto list = xml.element("ol");
  xml.line();
  write_landmark(xml, "cover", "cover.xhtml", book.labels.cover);
  write_landmark(xml, "toc", "nav.xhtml", book.labels.contents);
  if (!book.days.empty()) {
    write_landmark(xml, "bodymatter", book.days.front().file, book.labels.beginning);
  }
  for (const NavigationEntry& entry : entries) {
    if (entry.href == "glossary.xhtml") {
      write_landmark(xml, "glossary", entry.href, entry.label);
    } else if (entry.href == "index.xhtml") {
      write_landmark(xml, "index", entry.href, entry.label);
    }
  }
  xml.line();
}

void write_nav_page(markup::XmlWriter& xml, const Book& book,
                    const std::vector<NavigationEntry>& entries) {
  const Page page(xml, book.labels.contents, "contents");
  {
    const auto navigation = xml.element("nav");
    xml.attribute("epub:type", "toc").attribute("role", "doc-toc").attribute("id", "toc");
    xml.line();
    write_tagged_element(xml, "h1", "", book.labels.contents);
    xml.line();
    write_list(xml, entries);
    xml.line();
  }
  xml.line();
  write_landmarks(xml, book, entries);
}

void write_points(markup::XmlWriter& xml, const std::vector<NavigationEntry>& entries,
                  std::size_t& order) {
  for (const NavigationEntry& entry : entries) {
    const auto point = xml.element("navPoint");
    ++order;
    xml.attribute("id", fmt::format("n{}", order)).attribute("playOrder", fmt::format("{}", order));
    xml.start("navLabel");
    xml.text_element("text", entry.label);
    xml.end();
    xml.start("content");
    xml.attribute("src", entry.href);
    xml.end();
    xml.line();
    write_points(xml, entry.children, order);
  }
}

void write_ncx_meta(markup::XmlWriter& xml, std::string_view name, std::string_view content) {
  xml.start("meta");
  xml.attribute("name", name).attribute("content", content);
  xml.end();
  xml.line();
}

void write_ncx(markup::XmlWriter& xml, const Book& book,
               const std::vector<NavigationEntry>& entries) {
  xml.declaration();
  const auto ncx = xml.element("ncx");
  xml.attribute("xmlns", "http://www.daisy.org/z3986/2005/ncx/")
      .attribute("version", "2005-1")
      .attribute("xml:lang", "ko-KR");
  xml.line();
  xml.start("head");
  xml.line();
  write_ncx_meta(xml, "dtb:uid", book.edition.metadata.identifier);
  write_ncx_meta(xml, "dtb:depth", "2");
  write_ncx_meta(xml, "dtb:totalPageCount", "0");
  write_ncx_meta(xml, "dtb:maxPageNumber", "0");
  xml.end();
  xml.line();
  xml.start("docTitle");
  xml.text_element("text", book.edition.metadata.title);
  xml.end();
  xml.line();
  const auto map = xml.element("navMap");
  xml.line();
  std::size_t order = 0;
  write_points(xml, entries, order);
}

}  // namespace

std::vector<NavigationEntry> make_navigation(const Book& book, bool has_index) {
  std::vector<NavigationEntry> entries;
  for (std::size_t day = 0; day < book.days.size(); ++day) {
    NavigationEntry entry{day_label(book.labels, book.edition.days, day), book.days[day].file, {}};
    const model::Post& post = book.edition.days[day].post();
    for (std::size_t paper = 0; paper < post.papers.size(); ++paper) {
      entry.children.push_back({paper_label(book, post.papers[paper]),
                                book.days[day].file + "#" + book.days[day].papers[paper],
                                {}});
    }
    entries.push_back(std::move(entry));
  }
  if (!book.glossary.pages.empty()) {
    entries.push_back({std::string(book.labels.glossary), "glossary.xhtml", {}});
  }
  if (has_index) entries.push_back({std::string(book.labels.index), "index.xhtml", {}});
  // A table of contents has at least one entry (EPUB 3.3 §7.3).
  if (entries.empty()) {
    entries.push_back({std::string(book.labels.title_page), "title.xhtml", {}});
  }
  return entries;
}

std::string render_nav(const Book& book, const std::vector<NavigationEntry>& entries) {
  std::string target;
  markup::XmlWriter xml(target);
  write_nav_page(xml, book, entries);
  return target;
}

std::string render_ncx(const Book& book, const std::vector<NavigationEntry>& entries) {
  std::string target;
  markup::XmlWriter xml(target);
  write_ncx(xml, book, entries);
  target += '\n';
  return target;
}

}  // namespace galpi::exporters::epub
