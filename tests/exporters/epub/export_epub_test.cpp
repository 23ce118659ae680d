#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <set>
#include <string>

#include "galpi/exporters/epub.hpp"
#include "sample_edition.hpp"
#include "support/catch.hpp"
#include "unpack.hpp"
#include "xhtml.hpp"

using namespace galpi;
using namespace galpi::exporters;

namespace {

std::string book_of(const model::Edition& edition, EpubOptions options = {}) {
  std::string bytes;
  StringSink sink(bytes);
  DiagnosticList diagnostics;
  const auto outcome = export_epub(edition, options, sink, diagnostics);
  REQUIRE(outcome.has_value());
  return bytes;
}

std::vector<std::string> names_of(const sample::Members& members) {
  std::vector<std::string> names;
  for (const auto& [name, content] : members) names.push_back(name);
  return names;
}

bool is_xml(const std::string& name) {
  return name.ends_with(".xhtml") || name.ends_with(".opf") || name.ends_with(".ncx") ||
         name.ends_with(".svg") || name.ends_with(".xml");
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// hrefs of the table of contents, in order.
std::vector<std::string> contents_of(const sample::Members& members) {
  pugi::xml_document nav;
  REQUIRE(nav.load_string(sample::member(members, "EPUB/nav.xhtml").c_str()));
  std::vector<std::string> hrefs;
  for (const auto& found : nav.select_nodes("//nav[@id='toc']//a")) {
    hrefs.emplace_back(found.node().attribute("href").value());
  }
  return hrefs;
}

}  // namespace

TEST_CASE("the members of a book are as in the golden folder", "[epub]") {
  const auto members = sample::unpack(book_of(sample::full_edition()));
  const std::filesystem::path golden =
      std::filesystem::path(GALPI_SOURCE_DIR) / "tests/golden/epub";
  for (const auto& [name, content] : members) {
    // The style sheet and images are files of the tree already.
    if (!is_xml(name) || name.contains("/images/")) continue;
    const std::filesystem::path path = golden / name;
    if (std::getenv("GALPI_UPDATE_GOLDEN") != nullptr) {
      std::filesystem::create_directories(path.parent_path());
      std::ofstream(path, std::ios::binary) << content;
    }
    INFO(name);
    CHECK(content == read_file(path));
  }
}

TEST_CASE("mimetype is the first member, stored", "[epub]") {
  const std::string bytes = book_of(sample::full_edition());
  CHECK(bytes.substr(30, 28) == "mimetypeapplication/epub+zip");
  CHECK(bytes.substr(8, 2) == std::string(2, '\0'));
}

TEST_CASE("the bytes do not depend on the number of threads", "[epub]") {
  model::Edition edition = sample::full_edition();
  const std::string one = book_of(edition);
  for (const unsigned jobs : {2U, 3U, 8U}) {
    EpubOptions options;
    options.jobs = jobs;
    CHECK(book_of(edition, options) == one);
  }
}

TEST_CASE("all members are in the manifest and all pages are well-formed", "[epub]") {
  const auto members = sample::unpack(book_of(sample::full_edition()));
  pugi::xml_document package;
  REQUIRE(package.load_string(sample::member(members, "EPUB/package.opf").c_str()));
  std::set<std::string> listed;
  for (const auto& found : package.select_nodes("//item")) {
    listed.insert("EPUB/" + std::string(found.node().attribute("href").value()));
  }
  for (const auto& [name, content] : members) {
    if (is_xml(name)) {
      INFO(name);
      pugi::xml_document document;
      CHECK(document.load_string(content.c_str()));
      CHECK_FALSE(content.contains("--"));
    }
    if (name.starts_with("EPUB/") && name != "EPUB/package.opf") CHECK(listed.erase(name) == 1);
  }
  CHECK(listed.empty());
}

TEST_CASE("every link within the book leads to something", "[epub]") {
  for (const auto style : {GlossStyle::glossref, GlossStyle::noteref, GlossStyle::both}) {
    EpubOptions options;
    options.gloss_style = style;
    const auto members = sample::unpack(book_of(sample::full_edition(), options));
    std::set<std::string> targets;
    std::vector<std::string> links;
    for (const auto& [name, content] : members) {
      if (!name.ends_with(".xhtml")) continue;
      const std::string file = name.substr(5);
      const sample::Anchors anchors = sample::anchors_of(content);
      targets.insert(file);
      for (const std::string& id : anchors.ids) targets.insert(file + "#" + id);
      for (const std::string& id : anchors.inner_links) links.push_back(file + "#" + id);
      links.insert(links.end(), anchors.links.begin(), anchors.links.end());
    }
    std::size_t glossary_links = 0;
    for (const std::string& link : links) {
      if (link.contains("://") || link == "style.css") continue;
      INFO(link);
      CHECK(targets.contains(link));
      if (link.starts_with("glossary.xhtml#t-")) ++glossary_links;
    }
    CHECK(glossary_links > 0);
  }
}

TEST_CASE("Latin text is tagged on every page", "[epub]") {
  for (const auto& [name, content] : sample::unpack(book_of(sample::full_edition()))) {
    if (!name.ends_with(".xhtml")) continue;
    INFO(name);
    CHECK(sample::untagged_latin(content).empty());
  }
}

TEST_CASE("the contents are the days and their papers, in spine order", "[epub]") {
  const auto members = sample::unpack(book_of(sample::full_edition()));
  CHECK(contents_of(members) ==
        std::vector<std::string>{
            "day-2026-10-05.xhtml", "day-2026-10-05.xhtml#d2026-10-05-a2610-00001",
            "day-2026-10-05.xhtml#d2026-10-05-a2610-00002", "day-2026-10-06.xhtml",
            "day-2026-10-06-2.xhtml", "day-2026-10-06-2.xhtml#d2026-10-06-a2610-00002",
            "day-2026-10-06-2.xhtml#d2026-10-06-a2610-00002-2", "glossary.xhtml", "index.xhtml"});
}

TEST_CASE("another day changes no other chapter", "[epub]") {
  model::Edition all = sample::full_edition();
  model::Edition fewer = sample::full_edition();
  fewer.days.pop_back();
  fewer.works.clear();
  fewer.terms.clear();
  sample::assemble(fewer);
  // A paper of the last day stands on the first day too, and is linked from there.
  all.works.clear();
  fewer.works.clear();
  const auto before = sample::unpack(book_of(fewer));
  const auto after = sample::unpack(book_of(all));
  for (const char* name : {"EPUB/day-2026-10-05.xhtml", "EPUB/day-2026-10-06.xhtml"}) {
    CHECK(sample::member(before, name) == sample::member(after, name));
  }
}

TEST_CASE("a book without glossary, images, author or licence has no trace of them", "[epub]") {
  model::Edition edition;
  model::Post post;
  post.date = {2026, 10, 5};
  post.sections = {
      sample::section(model::SectionKind::other, "글", {sample::paragraph("글만 있다.")})};
  edition.days.push_back(sample::day(std::move(post)));
  sample::assemble(edition);
  const auto members = sample::unpack(book_of(edition));
  CHECK(names_of(members) == std::vector<std::string>{"mimetype", "META-INF/container.xml",
                                                      "EPUB/cover.svg", "EPUB/cover.xhtml",
                                                      "EPUB/day-2026-10-05.xhtml", "EPUB/nav.xhtml",
                                                      "EPUB/package.opf", "EPUB/style.css",
                                                      "EPUB/title.xhtml", "EPUB/toc.ncx"});
  const std::string& package = sample::member(members, "EPUB/package.opf");
  CHECK_FALSE(package.contains("dc:creator"));
  CHECK_FALSE(package.contains("dc:rights"));
  CHECK_FALSE(package.contains("visual"));
}

TEST_CASE("a book without days has contents all the same", "[epub]") {
  const auto members = sample::unpack(book_of(model::Edition{}));
  CHECK(contents_of(members) == std::vector<std::string>{"title.xhtml"});
}

TEST_CASE("a sink that fails ends the export", "[epub]") {
  class FullSink final : public ByteSink {
   public:
    Result<void> write(std::string_view bytes) override {
      room_ -= std::min(room_, bytes.size());
      if (room_ == 0) return fail(ErrorCode::unwritable, "full");
      return {};
    }

   private:
    std::size_t room_ = 4000;
  };
  FullSink sink;
  DiagnosticList diagnostics;
  EpubOptions options;
  options.jobs = 2;
  const auto outcome = export_epub(sample::full_edition(), options, sink, diagnostics);
  REQUIRE_FALSE(outcome.has_value());
  CHECK(outcome.error().code == ErrorCode::unwritable);
}
