// The order of work: the pages first, then the package document and navigation, when all is known
// that they say. The order of the archive: mimetype, container, then everything by name.
#include <fmt/format.h>

#include <algorithm>
#include <assets.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// What goes into the archive, compressed: little against the edition it is made from.
using Members = std::vector<ZipMember>;

Result<void> add_file(Members& members, std::string_view file, std::string_view content) {
  GALPI_TRY(ZipMember member, markup::deflate_member(fmt::format("EPUB/{}", file), content));
  members.push_back(std::move(member));
  return {};
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

Result<void> add_chapters(Members& members, const Book& book, Package& package,
                          DiagnosticSink& diagnostics) {
  Result<void> outcome;
  const auto consume = [&](std::size_t day, PackedChapter chapter) {
    for (Diagnostic& diagnostic : chapter.diagnostics) diagnostics.report(std::move(diagnostic));
    if (chapter.member.has_value()) {
      members.push_back(*std::move(chapter.member));
    } else {
      outcome = std::unexpected(std::move(chapter.member).error());
    }
    package.add_page(book.days[day].id, book.days[day].file, chapter.has_mathml ? "mathml" : "");
    package.has_mathml = package.has_mathml || chapter.has_mathml;
    return outcome.has_value();
  };
  parallel_ordered(
      book.days.size(), book.options.jobs, [&](std::size_t day) { return pack_chapter(book, day); },
      consume);
  return outcome;
}

Result<void> add_front(Members& members, const Book& book, Package& package) {
  package.manifest.push_back({"cover-image", "cover.svg", "image/svg+xml", "cover-image"});
  package.manifest.push_back({"style", "style.css", "text/css", ""});
  package.add_page("cover", "cover.xhtml", "");
  package.add_page("title", "title.xhtml", "");
  GALPI_CHECK(add_file(members, "cover.svg", epub::render_cover_svg(book)));
  GALPI_CHECK(add_file(members, "cover.xhtml", epub::render_cover_page(book)));
  GALPI_CHECK(add_file(members, "style.css", epub::assets::style_css));
  return add_file(members, "title.xhtml", epub::render_title_page(book));
}

Result<void> add_glossary(Members& members, const Book& book, Package& package) {
  for (std::size_t page = 0; page < book.glossary.pages.size(); ++page) {
    const epub::GroupPage& target = book.glossary.pages[page];
    package.add_page(target.id, target.file, "");
    GALPI_CHECK(add_file(members, target.file, epub::render_glossary_page(book, page)));
  }
  return {};
}

Result<void> add_index(Members& members, const Book& book, const epub::Index& index,
                       Package& package) {
  for (std::size_t page = 0; page < index.list.pages.size(); ++page) {
    const epub::GroupPage& target = index.list.pages[page];
    package.add_page(target.id, target.file, "");
    GALPI_CHECK(add_file(members, target.file, epub::render_index_page(book, index, page)));
  }
  return {};
}

Result<void> add_images(Members& members, const Book& book, Package& package) {
  std::size_t number = 0;
  for (const model::ImageAsset& image : book.edition.images) {
    const std::string file = "images/" + image.file_name;
    package.manifest.push_back({fmt::format("image-{}", ++number), file, image.media_type, ""});
    GALPI_CHECK(add_file(members, file, image.bytes));
  }
  return {};
}

Result<void> add_navigation(Members& members, const Book& book, Package& package, bool has_index) {
  const auto entries = epub::make_navigation(book, has_index);
  package.manifest.push_back({"nav", "nav.xhtml", "application/xhtml+xml", "nav"});
  package.manifest.push_back({"ncx", "toc.ncx", "application/x-dtbncx+xml", ""});
  // A landmark may only lead to what is in the spine; the reader has its own way to the contents.
  package.spine.push_back({"nav", false});
  GALPI_CHECK(add_file(members, "nav.xhtml", epub::render_nav(book, entries)));
  return add_file(members, "toc.ncx", epub::render_ncx(book, entries));
}

/// OCF 3.3 §4.2.2: the mimetype comes first, stored.
Result<void> write_archive(const Members& members, ByteSink& sink) {
  ZipWriter zip(sink);
  GALPI_CHECK(zip.add(markup::store_member("mimetype", "application/epub+zip")));
  GALPI_TRY(const ZipMember container,
            markup::deflate_member("META-INF/container.xml", epub::render_container()));
  GALPI_CHECK(zip.add(container));
  for (const ZipMember& member : members) GALPI_CHECK(zip.add(member));
  return zip.finish();
}

}  // namespace

Result<void> export_epub(const model::Edition& edition, const EpubOptions& options, ByteSink& sink,
                         DiagnosticSink& diagnostics) {
  const Book book(edition, options);
  Package package;
  Members members;
  GALPI_CHECK(add_front(members, book, package));
  GALPI_CHECK(add_chapters(members, book, package, diagnostics));
  GALPI_CHECK(add_glossary(members, book, package));
  const epub::Index index = epub::make_index(book);
  GALPI_CHECK(add_index(members, book, index, package));
  GALPI_CHECK(add_images(members, book, package));
  GALPI_CHECK(add_navigation(members, book, package, !index.entries.empty()));
  GALPI_CHECK(add_file(members, "package.opf", epub::render_package(book, package)));
  std::ranges::sort(members, {}, &ZipMember::name);
  return write_archive(members, sink);
}

}  // namespace galpi::exporters
