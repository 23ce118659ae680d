#include "document.hpp"

#include "reading.hpp"
#include "support/catch.hpp"

using namespace galpi;
using galpi::model::BlockType;
using galpi::model::SectionKind;
using galpi::tests::block;
using galpi::tests::labelled;
using galpi::tests::paragraph;
using galpi::tests::section;

namespace {

model::Paper paper(std::uint32_t number, std::string title, const std::string& arxiv) {
  model::Paper made;
  made.number = number;
  made.title = std::move(title);
  made.url = "https://arxiv.org/abs/" + arxiv;
  made.arxiv = model::ArxivId{arxiv, std::nullopt};
  made.links = {{"Alphaxiv", "https://www.alphaxiv.org/overview/" + arxiv}};
  made.sections = {section("Introduction",
                           {labelled(BlockType::point, "goal", "줄인다."),
                            labelled(BlockType::point, "motivation", "느리다."),
                            labelled(BlockType::point, "contribution", "빠르다.")},
                           SectionKind::introduction),
                   section("Method", {paragraph("나눈다.")}, SectionKind::method),
                   section("Results", {paragraph("좋다.")}, SectionKind::results),
                   section("Limitations", {paragraph("정보 부족")}, SectionKind::limitations),
                   section("Conclusion", {paragraph("쓸 만하다.")}, SectionKind::conclusion)};
  made.sections[3].status = model::SectionStatus::not_stated;
  return made;
}

model::Post digest() {
  model::Post post = tests::review_of({});
  post.kind = model::PostKind::digest;
  post.sections.clear();
  post.papers = {paper(1, "Widgets: A <think> [Study] of *Things*", "2601.01234"),
                 paper(2, "Gadgets, 100% {{ready}}", "2601.01235")};
  return post;
}

std::string body(const model::Post& post) {
  return tests::without_front_matter(tests::day_markdown(tests::edition_of(post)));
}

}  // namespace

TEST_CASE("a digest has the format its authors write", "[exporter_markdown]") {
  model::Post post = digest();
  post.papers.pop_back();
  CHECK(body(post) ==
        "# 1. [Widgets: A \\<think> \\[Study&#93; of \\*Things\\*]"
        "(https://arxiv.org/abs/2601.01234)\n\n"
        "> [Alphaxiv](https://www.alphaxiv.org/overview/2601.01234)\n\n"
        "## Introduction\n\n- Goal: 줄인다.\n- Motivation: 느리다.\n- Contribution: 빠르다.\n\n"
        "## Method\n\n나눈다.\n\n## Results\n\n좋다.\n\n## Limitations\n\n정보 부족\n\n"
        "## Conclusion\n\n쓸 만하다.\n");
}

TEST_CASE("a digest is read back as it was", "[exporter_markdown]") {
  model::Post post = digest();
  post.time = "08:15:00";
  post.tags = {"papers"};
  post.sections.push_back(section("", {paragraph("오늘은 두 편이다.")}));
  post.sections.back().heading.reset();
  post.sections.back().at.line = 1;
  post.papers[0].links.push_back({"Code (v2)", "https://example.org/a_(b)"});
  post.papers[0].at.line = 2;
  post.papers[1].number.reset();
  post.papers[1].at.line = 60;
  post.sections.push_back(section("마치며", {paragraph("내일 또.")}, SectionKind::other, 1));
  post.sections.back().at.line = 90;
  const model::Post back = tests::read_back(tests::day_markdown(tests::edition_of(post)));
  // Names of systems are found anew; the sample has none.
  model::Post expected = post;
  for (std::size_t i = 0; i < back.papers.size() && i < expected.papers.size(); ++i) {
    expected.papers[i].system = back.papers[i].system;
  }
  CHECK(tests::comparable(back) == tests::comparable(expected));
}

TEST_CASE("a paper without address names its identifier, or stands alone", "[exporter_markdown]") {
  model::Post post = digest();
  post.papers[0].url.reset();
  post.papers[0].arxiv->version = 2;
  post.papers[0].links.clear();
  post.papers[1].url.reset();
  post.papers[1].arxiv.reset();
  post.papers[1].links.clear();
  const std::string markdown = body(post);
  CHECK(
      markdown.contains("# 1. Widgets: A \\<think> \\[Study] of \\*Things\\*\n\n"
                        "> arXiv: 2601.01234v2\n\n## Introduction"));
  CHECK(markdown.contains("# 2. Gadgets, 100% {\\{ready}}\n\n## Introduction"));
  const model::Post back = tests::read_back(tests::day_markdown(tests::edition_of(post)));
  REQUIRE(back.papers.size() == 2);
  CHECK(back.papers[0].arxiv == post.papers[0].arxiv);
  CHECK(back.papers[0].url == post.papers[0].url);
  CHECK(back.papers[1].title == post.papers[1].title);
}

TEST_CASE("sections keep their depth below the paper, whatever the author's levels were",
          "[exporter_markdown]") {
  model::Post post = digest();
  post.papers.resize(1);
  for (model::Section& made : post.papers[0].sections) made.level = 3;
  post.papers[0].sections.push_back(section("덧붙임", {paragraph("더.")}, SectionKind::other, 5));
  const std::string markdown = body(post);
  CHECK(markdown.contains("\n## Method\n"));
  CHECK(markdown.contains("\n#### 덧붙임\n"));
}

TEST_CASE("a section without text is its heading", "[exporter_markdown]") {
  model::Post post = digest();
  post.papers.resize(1);
  post.papers[0].sections = {section("Method", {}, SectionKind::method)};
  CHECK(body(post).ends_with("\n\n## Method\n"));
}

TEST_CASE("a book finds its papers again, one heading below the other", "[exporter_markdown]") {
  model::Edition edition = tests::edition_of(digest());
  model::Post second = digest();
  second.date = {2026, 10, 6};
  second.title = "둘째 날 2026-10-06";
  second.papers[0] = paper(1, "Gizmos", "2601.01236");
  second.papers.resize(1);
  edition.days.push_back(tests::edition_of(second).days[0]);
  model::Post third =
      tests::review_of({paragraph("가[1]", {{model::MarkType::footnote, 3, 6, "#fn-a"}})});
  third.sections[0].heading = "깊이";
  third.sections[0].level = 2;
  third.sections.emplace_back().blocks = {
      labelled(BlockType::list, "footnotes", "", {labelled(BlockType::item, "a", "주.")})};
  edition.days.push_back(tests::edition_of(third).days[0]);
  const std::string book =
      tests::book_markdown(edition, {exporters::MarkdownForm::annotated, model::Languages::korean});
  CHECK(
      book.starts_with("---\nlayout: post\ntitle: \"시험 책\"\ndate: 2026-10-05\n---\n\n"
                       "# 시험 책\n\n## 2026-10-05 — 시험\n\n### 1. [Widgets"));
  CHECK(book.contains("\n\n#### Introduction\n\n- Goal: 줄인다.\n"));
  CHECK(book.contains("\n\n## 둘째 날 2026-10-06\n\n### 1. [Gizmos]"));
  CHECK(book.contains("\n\n### 깊이\n\n가[^3-a]\n\n[^3-a]: 주.\n"));
  const model::Post back = tests::read_back(book);
  std::vector<std::string> titles;
  for (const model::Paper& made : back.papers) titles.push_back(made.title);
  CHECK(titles == std::vector<std::string>{"Widgets: A <think> [Study] of *Things*",
                                           "Gadgets, 100% {{ready}}", "Gizmos"});
}

TEST_CASE("form and languages come together as one mode", "[exporter_markdown]") {
  using namespace galpi::exporters;
  using markdown::Mode;
  using markdown::mode_of;
  CHECK(mode_of({MarkdownForm::interleaved, model::Languages::both}) == Mode::interleaved);
  CHECK(mode_of({MarkdownForm::table, model::Languages::both}) == Mode::table);
  CHECK(mode_of({MarkdownForm::annotated, model::Languages::both}) == Mode::korean);
  CHECK(mode_of({MarkdownForm::table, model::Languages::korean}) == Mode::korean);
  CHECK(mode_of({MarkdownForm::annotated, model::Languages::english}) == Mode::english);
}
