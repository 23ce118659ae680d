// The order of work: the index's entries, of which its pages are made, then all files of the book
// in one go, the package document last, when all is known that it says. The order of the archive:
// mimetype, container, then everything by name.
#include <fmt/format.h>

#include <algorithm>
#include <assets.hpp>
#include <functional>
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

/// A file of the book, after deflation: its text is gone by then.
struct PackedFile {
  Result<ZipMember> member;
  bool has_mathml = false;
  std::vector<Diagnostic> diagnostics;
};

/// A file to be made; tasks need nothing from each other.
struct FileTask {
  epub::ManifestItem item;
  std::function<PackedFile(const std::string& file)> make;
};

/// A page of the spine.
FileTask page_task(std::string id, std::string file, auto make) {
  return {{std::move(id), std::move(file), std::string(epub::page_media_type), ""}, make};
}

PackedFile pack(const std::string& file, std::string_view content) {
  return {markup::deflate_member("EPUB/" + file, content), false, {}};
}

PackedFile pack_chapter(const Book& book, std::size_t day, const std::string& file) {
  epub::Chapter chapter = epub::render_chapter(book, day);
  PackedFile packed = pack(file, chapter.xhtml);
  packed.has_mathml = chapter.has_mathml;
  packed.diagnostics = std::move(chapter.diagnostics);
  return packed;
}

/// Makes the files on several threads; they get into the package in the order of the tasks.
Result<void> make_files(const std::vector<FileTask>& tasks, unsigned jobs, Members& members,
                        Package& package, DiagnosticSink& diagnostics) {
  Result<void> outcome;
  const auto produce = [&](std::size_t i) { return tasks[i].make(tasks[i].item.file); };
  const auto consume = [&](std::size_t i, PackedFile packed) {
    for (Diagnostic& diagnostic : packed.diagnostics) diagnostics.report(std::move(diagnostic));
    if (packed.member.has_value()) {
      members.push_back(*std::move(packed.member));
    } else {
      outcome = std::unexpected(std::move(packed.member).error());
    }
    package.add(tasks[i].item, packed.has_mathml);
    return outcome.has_value();
  };
  parallel_ordered(tasks.size(), jobs, produce, consume);
  return outcome;
}

void add_front(std::vector<FileTask>& tasks, const Book& book) {
  tasks.push_back(
      {{"cover-image", "cover.svg", "image/svg+xml", "cover-image"},
       [&](const std::string& file) { return pack(file, epub::render_cover_svg(book)); }});
  tasks.push_back({{"style", "style.css", "text/css", ""},
                   [](const std::string& file) { return pack(file, epub::assets::style_css); }});
  tasks.push_back(page_task("cover", "cover.xhtml", [&](const std::string& file) {
    return pack(file, epub::render_cover_page(book));
  }));
  tasks.push_back(page_task("title", "title.xhtml", [&](const std::string& file) {
    return pack(file, epub::render_title_page(book));
  }));
}

void add_chapters(std::vector<FileTask>& tasks, const Book& book) {
  for (std::size_t day = 0; day < book.days.size(); ++day) {
    tasks.push_back(
        page_task(book.days[day].id, book.days[day].file,
                  [&, day](const std::string& file) { return pack_chapter(book, day, file); }));
  }
}

void add_glossary(std::vector<FileTask>& tasks, const Book& book) {
  for (std::size_t page = 0; page < book.glossary.pages.size(); ++page) {
    const epub::GroupPage& target = book.glossary.pages[page];
    tasks.push_back(page_task(target.id, target.file, [&, page](const std::string& file) {
      return pack(file, epub::render_glossary_page(book, page));
    }));
  }
}

void add_index(std::vector<FileTask>& tasks, const Book& book, const epub::Index& index) {
  for (std::size_t page = 0; page < index.list.pages.size(); ++page) {
    const epub::GroupPage& target = index.list.pages[page];
    tasks.push_back(page_task(target.id, target.file, [&, page](const std::string& file) {
      return pack(file, epub::render_index_page(book, index, page));
    }));
  }
}

void add_images(std::vector<FileTask>& tasks, const Book& book) {
  std::size_t number = 0;
  for (const model::ImageAsset& image : book.edition.images) {
    tasks.push_back(
        {{fmt::format("image-{}", ++number), "images/" + image.file_name, image.media_type, ""},
         [&](const std::string& file) { return pack(file, image.bytes); }});
  }
}

void add_navigation(std::vector<FileTask>& tasks, const Book& book,
                    const std::vector<epub::NavigationEntry>& entries) {
  tasks.push_back(
      {{"nav", "nav.xhtml", std::string(epub::page_media_type), "nav"},
       [&](const std::string& file) { return pack(file, epub::render_nav(book, entries)); }});
  tasks.push_back(
      {{"ncx", "toc.ncx", "application/x-dtbncx+xml", ""},
       [&](const std::string& file) { return pack(file, epub::render_ncx(book, entries)); }});
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
  const epub::Index index = epub::make_index(book);
  const auto entries = epub::make_navigation(book, !index.entries.empty());
  std::vector<FileTask> tasks;
  add_front(tasks, book);
  add_chapters(tasks, book);
  add_glossary(tasks, book);
  add_index(tasks, book, index);
  add_images(tasks, book);
  add_navigation(tasks, book, entries);
  GALPI_CHECK(make_files(tasks, options.jobs, members, package, diagnostics));
  PackedFile packed = pack("package.opf", epub::render_package(book, package));
  GALPI_TRY(ZipMember package_file, std::move(packed.member));
  members.push_back(std::move(package_file));
  std::ranges::sort(members, {}, &ZipMember::name);
  return write_archive(members, sink);
}

}  // namespace galpi::exporters
