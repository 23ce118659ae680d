// The order of the archive: mimetype, container, then the pages as they are made, and the package
// document and navigation last, when all is known that they say.
#include <fmt/format.h>

#include <assets.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "book.hpp"
#include "chapter.hpp"
#include "cover.hpp"
#include "galpi/base/parallel.hpp"
#include "galpi/exporters/epub.hpp"
#include "galpi/markup/zip_writer.hpp"
#include "glossary_page.hpp"
#include "index_page.hpp"
#include "navigation.hpp"
#include "package.hpp"
#include "title_page.hpp"

namespace galpi::exporters {
namespace {

using epub::Book;
using epub::Package;
using markup::ZipMember;
using markup::ZipWriter;

Result<void> add_file(ZipWriter& zip, std::string_view file, std::string_view content) {
  GALPI_TRY(const ZipMember member, markup::deflate_member(fmt::format("EPUB/{}", file), content));
  return zip.add(member);
}

/// A chapter after deflation: its text is gone by then.
struct PackedChapter {
  Result<ZipMember> member;
  bool has_mathml;
  std::vector<Diagnostic> diagnostics;
};

PackedChapter pack_chapter(const Book& book, std::size_t day) {
  epub::Chapter chapter = epub::render_chapter(book, day);
  return {markup::deflate_member("EPUB/" + book.days[day].file, chapter.xhtml), chapter.has_mathml,
          std::move(chapter.diagnostics)};
}

Result<void> add_chapters(ZipWriter& zip, const Book& book, Package& package,
                          DiagnosticSink& diagnostics) {
  Result<void> outcome;
  const auto consume = [&](std::size_t day, PackedChapter chapter) {
    for (Diagnostic& diagnostic : chapter.diagnostics) diagnostics.report(std::move(diagnostic));
    outcome = chapter.member.has_value() ? zip.add(*chapter.member)
                                         : std::unexpected(std::move(chapter.member).error());
    package.add_page(book.days[day].id, book.days[day].file, chapter.has_mathml ? "mathml" : "");
    package.has_mathml = package.has_mathml || chapter.has_mathml;
    return outcome.has_value();
  };
  parallel_ordered(
      book.days.size(), book.options.jobs, [&](std::size_t day) { return pack_chapter(book, day); },
      consume);
  return outcome;
}

Result<void> add_front(ZipWriter& zip, const Book& book, Package& package) {
  package.manifest.push_back({"cover-image", "cover.svg", "image/svg+xml", "cover-image"});
  package.manifest.push_back({"style", "style.css", "text/css", ""});
  package.add_page("cover", "cover.xhtml", "");
  package.add_page("title", "title.xhtml", "");
  GALPI_CHECK(add_file(zip, "cover.svg", epub::render_cover_svg(book)));
  GALPI_CHECK(add_file(zip, "cover.xhtml", epub::render_cover_page(book)));
  GALPI_CHECK(add_file(zip, "style.css", epub::assets::style_css));
  return add_file(zip, "title.xhtml", epub::render_title_page(book));
}

Result<void> add_glossary(ZipWriter& zip, const Book& book, Package& package) {
  for (std::size_t page = 0; page < book.glossary.pages.size(); ++page) {
    const epub::GroupPage& target = book.glossary.pages[page];
    package.add_page(target.id, target.file, "");
    GALPI_CHECK(add_file(zip, target.file, epub::render_glossary_page(book, page)));
  }
  return {};
}

Result<void> add_index(ZipWriter& zip, const Book& book, const epub::Index& index,
                       Package& package) {
  for (std::size_t page = 0; page < index.list.pages.size(); ++page) {
    const epub::GroupPage& target = index.list.pages[page];
    package.add_page(target.id, target.file, "");
    GALPI_CHECK(add_file(zip, target.file, epub::render_index_page(book, index, page)));
  }
  return {};
}

Result<void> add_images(ZipWriter& zip, const Book& book, Package& package) {
  std::size_t number = 0;
  for (const model::ImageAsset& image : book.edition.images) {
    const std::string file = "images/" + image.file_name;
    package.manifest.push_back({fmt::format("image-{}", ++number), file, image.media_type, ""});
    GALPI_CHECK(add_file(zip, file, image.bytes));
  }
  return {};
}

Result<void> add_navigation(ZipWriter& zip, const Book& book, Package& package, bool has_index) {
  const auto entries = epub::make_navigation(book, has_index);
  package.manifest.push_back({"nav", "nav.xhtml", "application/xhtml+xml", "nav"});
  package.manifest.push_back({"ncx", "toc.ncx", "application/x-dtbncx+xml", ""});
  // A landmark may only lead to what is in the spine; the reader has its own way to the contents.
  package.spine.push_back({"nav", false});
  GALPI_CHECK(add_file(zip, "nav.xhtml", epub::render_nav(book, entries)));
  return add_file(zip, "toc.ncx", epub::render_ncx(book, entries));
}

}  // namespace

Result<void> export_epub(const model::Edition& edition, const EpubOptions& options, ByteSink& sink,
                         DiagnosticSink& diagnostics) {
  const Book book(edition, options);
  Package package;
  ZipWriter zip(sink);
  GALPI_CHECK(zip.add(markup::store_member("mimetype", "application/epub+zip")));
  GALPI_TRY(const ZipMember container,
            markup::deflate_member("META-INF/container.xml", epub::render_container()));
  GALPI_CHECK(zip.add(container));
  GALPI_CHECK(add_front(zip, book, package));
  GALPI_CHECK(add_chapters(zip, book, package, diagnostics));
  GALPI_CHECK(add_glossary(zip, book, package));
  const epub::Index index = epub::make_index(book);
  GALPI_CHECK(add_index(zip, book, index, package));
  GALPI_CHECK(add_images(zip, book, package));
  GALPI_CHECK(add_navigation(zip, book, package, !index.entries.empty()));
  GALPI_CHECK(add_file(zip, "package.opf", epub::render_package(book, package)));
  return zip.finish();
}

}  // namespace galpi::exporters
