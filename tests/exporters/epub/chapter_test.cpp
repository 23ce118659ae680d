#include "chapter.hpp"

#include <pugixml.hpp>
#include <string>

#include "sample_edition.hpp"
#include "support/catch.hpp"
#include "xhtml.hpp"

using namespace galpi;
using namespace galpi::exporters;
using model::SectionKind;

namespace {

std::string chapter_of(const model::Edition& edition, std::size_t day, EpubOptions options = {}) {
  return epub::render_chapter(epub::Book(edition, options), day).xhtml;
}

model::Edition edition_of(model::Post post) {
  post.date = {2026, 10, 5};
  model::Edition edition;
  edition.days.push_back(sample::day(std::move(post)));
  sample::assemble(edition);
  return edition;
}

/// Texts of all blocks in reading order, without white space.
std::string letters_of(const model::Post& post) {
  std::string letters;
  model::for_each_block(post, [&](const model::Block& block) {
    if (block.type != model::BlockType::math) letters += block.text;
  });
  return sample::without_spaces(letters);
}

std::vector<std::string> headings_of(const std::string& xhtml) {
  std::vector<std::string> names;
  pugi::xml_document document;
  REQUIRE(document.load_string(xhtml.c_str()));
  for (const auto& found : document.select_nodes("//*[starts-with(name(), 'h')]")) {
    const std::string name = found.node().name();
    if (name.size() == 2 && name[1] >= '1' && name[1] <= '6') names.push_back(name);
  }
  return names;
}

}  // namespace

TEST_CASE("every letter of a post stands once and in order", "[epub]") {
  model::Edition edition = sample::full_edition();
  for (model::BilingualDigest& day : edition.days) {
    for (auto& mentions : day.annotated.mentions) {
      for (model::Mention& mention : mentions) mention.gloss = false;
    }
  }
  EpubOptions options;
  options.languages = model::Languages::korean;
  // The review has images, formulas and note labels, which are no running text.
  for (const std::size_t day : {0U, 2U}) {
    const std::string shown = sample::without_spaces(sample::text_of(
        chapter_of(edition, day, options), {"h1", "h2", "h3", "dt", "header"}, {"facts", "quiet"}));
    CHECK(shown == letters_of(edition.days[day].post()));
  }
}

TEST_CASE("Latin letters stand in elements that say English", "[epub]") {
  const model::Edition edition = sample::full_edition();
  for (const auto languages :
       {model::Languages::korean, model::Languages::both, model::Languages::english}) {
    EpubOptions options;
    options.languages = languages;
    for (std::size_t day = 0; day < edition.days.size(); ++day) {
      CHECK(sample::untagged_latin(chapter_of(edition, day, options)).empty());
    }
  }
}

TEST_CASE("headings of a review have no gaps, whatever the author's levels were", "[epub]") {
  model::Post post;
  post.kind = model::PostKind::review;
  for (const std::uint32_t level : {3U, 6U, 6U, 4U, 1U, 5U, 9U, 2U}) {
    post.sections.push_back(sample::section(SectionKind::other, "제목", {}, level));
  }
  CHECK(headings_of(chapter_of(edition_of(post), 0)) ==
        std::vector<std::string>{"h1", "h2", "h3", "h3", "h3", "h2", "h3", "h4", "h3"});
}

TEST_CASE("an English book shows translations and keeps Korean where there is none", "[epub]") {
  const model::Edition edition = sample::full_edition();
  EpubOptions options;
  options.languages = model::Languages::english;
  const std::string xhtml = chapter_of(edition, 0, options);
  CHECK(xhtml.contains("Monday, 5 October 2026"));
  CHECK(xhtml.contains("Lantern splits attention into two branches"));
  CHECK_FALSE(xhtml.contains("등불은 주의를 두 갈래로"));
  CHECK(xhtml.contains("자세한 식은"));
  CHECK(xhtml.contains(">Goal<"));
}

TEST_CASE("formulas of a translation are formulas, dollars of money are dollars", "[epub]") {
  model::Block text = sample::paragraph("길이 d_k는 5달러이다.");
  sample::mark(text, model::MarkType::math, "d_k");
  model::Post post;
  post.sections = {sample::section(SectionKind::other, "글", {text})};
  model::Edition edition = edition_of(std::move(post));
  sample::translate(edition.days[0], "길이", "For $5 or $6, $d_k$ and $d_v$ cost $7.");
  const std::string xhtml = chapter_of(edition, 0);
  CHECK(xhtml.contains("For $5 or $6, <code class=\"math\""));
  CHECK(xhtml.contains("> and $d_v$ cost $7.</p>"));
}

TEST_CASE("a note referred to from a translated sentence keeps its reference", "[epub]") {
  model::Block text = sample::paragraph("각주가 있다[1].");
  sample::mark(text, model::MarkType::footnote, "[1]", "#fn-1");
  model::Block notes =
      sample::labelled(model::BlockType::list, "footnotes", "",
                       {sample::labelled(model::BlockType::item, "1", "각주의 글.")});
  model::Post post;
  post.sections = {sample::section(SectionKind::other, "글", {text, notes})};
  model::Edition edition = edition_of(std::move(post));
  sample::translate(edition.days[0], "각주가", "There is a note.");
  EpubOptions options;
  options.languages = model::Languages::english;
  const std::string xhtml = chapter_of(edition, 0, options);
  CHECK(xhtml.contains("There is a note."));
  CHECK(xhtml.contains("href=\"#fn-1\""));
  CHECK(xhtml.contains("id=\"fn-1\""));
  CHECK(xhtml.contains("id=\"fn-1-ref\""));
}

TEST_CASE("ids of a chapter are unique and inner links lead somewhere", "[epub]") {
  const model::Edition edition = sample::full_edition();
  for (const auto style : {GlossStyle::glossref, GlossStyle::noteref, GlossStyle::both}) {
    EpubOptions options;
    options.gloss_style = style;
    for (std::size_t day = 0; day < edition.days.size(); ++day) {
      const sample::Anchors anchors = sample::anchors_of(chapter_of(edition, day, options));
      CHECK(anchors.repeated.empty());
      for (const std::string& target : anchors.inner_links) {
        INFO(target);
        CHECK(anchors.ids.contains(target));
      }
    }
  }
}

TEST_CASE("text between papers links its terms without repeating an id", "[epub]") {
  model::Post post;
  post.sections = {
      sample::section(SectionKind::other, "앞", {sample::paragraph("주의를 앞에서 말한다.")}),
      sample::section(SectionKind::other, "뒤", {sample::paragraph("주의를 뒤에서 말한다.")})};
  post.papers = {sample::paper(
      1, "논문", "2610.00009",
      {sample::section(SectionKind::method, "방법", {sample::paragraph("주의를 쓴다.")})})};
  post.sections[0].at = {1, 1};
  post.papers[0].at = {5, 1};
  post.sections[1].at = {9, 1};
  model::Edition edition = edition_of(std::move(post));
  edition.glossary = sample::full_edition().glossary;
  edition.terms.clear();
  sample::mention(edition.days[0], "주의", 0);
  edition.terms.push_back({0, {{0, 0}}});
  EpubOptions options;
  options.gloss_style = GlossStyle::both;
  const sample::Anchors anchors = sample::anchors_of(chapter_of(edition, 0, options));
  CHECK(anchors.repeated.empty());
  CHECK(anchors.inner_links.size() == 6);
}

TEST_CASE("hostile titles and links stay text", "[epub]") {
  model::Post post;
  post.title = "]]> & <script>alert(1)</script> \x02";
  model::Paper paper =
      sample::paper(1, "<script>x</script> ]]> & \x01" + std::string(4000, 'y'), "2610.00001", {});
  paper.url = "javascript:alert(1)";
  paper.system = "<b>&";
  paper.links.push_back({"<i>", "data:text/html,x"});
  post.papers = {paper, paper};
  const std::string xhtml = chapter_of(edition_of(std::move(post)), 0);
  pugi::xml_document document;
  REQUIRE(document.load_string(xhtml.c_str()));
  CHECK(document.select_nodes("//script").empty());
  CHECK(document.select_nodes("//a[starts-with(@href, 'javascript')]").empty());
  CHECK(document.select_nodes("//a[starts-with(@href, 'data')]").empty());
  CHECK(document.select_nodes("//h2").size() == 2);
  CHECK(xhtml.contains(std::string(4000, 'y')));
}

TEST_CASE("a paper that appears a hundred times does not list a hundred places each time",
          "[epub]") {
  model::Post post;
  post.papers.assign(100, sample::paper(1, "논문", "2610.00001", {}));
  const std::string xhtml = chapter_of(edition_of(std::move(post)), 0);
  pugi::xml_document document;
  REQUIRE(document.load_string(xhtml.c_str()));
  CHECK(document.select_nodes("//a[starts-with(@href, 'day-')]").size() == 2'000);
  CHECK(sample::text_of(xhtml, {}, {}).contains("외 79곳"));
}
