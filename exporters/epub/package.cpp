#include "package.hpp"

#include <utility>

#include "galpi/markup/xml_writer.hpp"

namespace galpi::exporters::epub {
namespace {

using markup::XmlWriter;

void write_property(XmlWriter& xml, std::string_view property, std::string_view value) {
  xml.start("meta");
  xml.attribute("property", property);
  xml.text(value);
  xml.end();
  xml.line();
}

void write_dublin_core(XmlWriter& xml, const Book& book) {
  const model::BookMetadata& metadata = book.edition.metadata;
  xml.start("dc:identifier");
  xml.attribute("id", "book-id");
  xml.text(metadata.identifier);
  xml.end();
  xml.line();
  xml.text_element(
      "dc:title", metadata.title.empty() ? book.labels.untitled : std::string_view(metadata.title));
  xml.line();
  // The first language is the one Kindle picks fonts by.
  xml.text_element("dc:language", "ko-KR");
  xml.line();
  xml.text_element("dc:language", "en");
  xml.line();
  if (!metadata.author.empty()) {
    xml.text_element("dc:creator", metadata.author);
    xml.line();
  }
  if (!metadata.licence.empty()) {
    xml.text_element("dc:rights", metadata.licence);
    xml.line();
  }
  xml.text_element("dc:date", format_date(metadata.last));
  xml.line();
  write_property(xml, "dcterms:modified", metadata.modified);
}

// https://www.w3.org/TR/epub-a11y-11/ §3. accessModeSufficient is textual: images have
// alternative texts, formulas their TeX source.
void write_accessibility(XmlWriter& xml, const Book& book, const Package& package) {
  const bool has_images = !book.edition.images.empty();
  write_property(xml, "schema:accessMode", "textual");
  if (has_images) write_property(xml, "schema:accessMode", "visual");
  write_property(xml, "schema:accessModeSufficient", "textual");
  for (const std::string_view feature : {"tableOfContents", "index", "readingOrder",
                                         "structuralNavigation", "displayTransformability"}) {
    write_property(xml, "schema:accessibilityFeature", feature);
  }
  if (has_images) write_property(xml, "schema:accessibilityFeature", "alternativeText");
  if (package.has_mathml) write_property(xml, "schema:accessibilityFeature", "MathML");
  write_property(xml, "schema:accessibilityHazard", "none");
  std::string summary =
      "모든 내용을 글자로 읽을 수 있고, 차례와 제목, 용어집, 찾아보기로 오갈 수 있습니다. "
      "영어 낱말과 문장에는 언어 표시가 있습니다.";
  if (has_images) summary += " 그림에는 대체 텍스트가 있습니다.";
  if (package.has_mathml) summary += " 수식에는 MathML과 TeX 원문이 있습니다.";
  write_property(xml, "schema:accessibilitySummary", summary);
}

void write_metadata(XmlWriter& xml, const Book& book, const Package& package) {
  const auto metadata = xml.element("metadata");
  xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
  xml.line();
  write_dublin_core(xml, book);
  write_accessibility(xml, book, package);
  xml.start("meta");  // where EPUB 2 readers look for the cover
  xml.attribute("name", "cover").attribute("content", "cover-image");
  xml.end();
  xml.line();
}

void write_manifest(XmlWriter& xml, const Package& package) {
  const auto manifest = xml.element("manifest");
  xml.line();
  for (const ManifestItem& item : package.manifest) {
    xml.start("item");
    xml.attribute("id", item.id).attribute("href", item.file);
    xml.attribute("media-type", item.media_type);
    if (!item.properties.empty()) xml.attribute("properties", item.properties);
    xml.end();
    xml.line();
  }
}

void write_spine(XmlWriter& xml, const Package& package) {
  const auto spine = xml.element("spine");
  xml.attribute("toc", "ncx");
  xml.line();
  for (const SpineItem& item : package.spine) {
    xml.start("itemref");
    xml.attribute("idref", item.id);
    if (!item.is_linear) xml.attribute("linear", "no");
    xml.end();
    xml.line();
  }
}

void write_reference(XmlWriter& xml, std::string_view type, std::string_view title,
                     std::string_view href) {
  xml.start("reference");
  xml.attribute("type", type).attribute("title", title).attribute("href", href);
  xml.end();
  xml.line();
}

void write_guide(XmlWriter& xml, const Book& book, const Package& package) {
  const auto guide = xml.element("guide");
  xml.line();
  write_reference(xml, "cover", book.labels.cover, "cover.xhtml");
  write_reference(xml, "toc", book.labels.contents, "nav.xhtml");
  if (!book.days.empty()) {
    write_reference(xml, "text", book.labels.beginning, book.days.front().file);
  }
  for (const ManifestItem& item : package.manifest) {
    if (item.id == "glossary") write_reference(xml, item.id, book.labels.glossary, item.file);
    if (item.id == "index") write_reference(xml, item.id, book.labels.index, item.file);
  }
}

void write_package(XmlWriter& xml, const Book& book, const Package& package) {
  xml.declaration();
  const auto element = xml.element("package");
  xml.attribute("xmlns", "http://www.idpf.org/2007/opf")
      .attribute("version", "3.0")
      .attribute("unique-identifier", "book-id")
      .attribute("xml:lang", "ko-KR");
  xml.line();
  write_metadata(xml, book, package);
  xml.line();
  write_manifest(xml, package);
  xml.line();
  write_spine(xml, package);
  xml.line();
  write_guide(xml, book, package);
  xml.line();
}

}  // namespace

void Package::add(ManifestItem item, bool uses_mathml) {
  if (uses_mathml) item.properties = "mathml";
  has_mathml = has_mathml || uses_mathml;
  if (item.media_type == page_media_type) spine.push_back({item.id, item.properties != "nav"});
  manifest.push_back(std::move(item));
}

std::string render_package(const Book& book, const Package& package) {
  std::string target;
  XmlWriter xml(target);
  write_package(xml, book, package);
  target += '\n';
  return target;
}

std::string render_container() {
  std::string target;
  XmlWriter xml(target);
  xml.declaration();
  xml.start("container");
  xml.attribute("version", "1.0")
      .attribute("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
  xml.start("rootfiles");
  xml.start("rootfile");
  xml.attribute("full-path", "EPUB/package.opf")
      .attribute("media-type", "application/oebps-package+xml");
  xml.end();
  xml.end();
  xml.end();
  target += '\n';
  return target;
}

}  // namespace galpi::exporters::epub
