#include "index_page.hpp"

#include <fmt/format.h>

#include <set>
#include <string>

#include "glossary_page.hpp"
#include "sample_edition.hpp"
#include "support/catch.hpp"
#include "xhtml.hpp"

using namespace galpi;
using namespace galpi::exporters;

namespace {

/// A book whose one paper mentions `count` concepts with long definitions.
model::Edition with_terms(int count) {
  model::Edition edition;
  model::Post post;
  post.date = {2026, 10, 5};
  post.papers = {sample::paper(7, "Paper", "2610.00001", {})};
  edition.days.push_back(sample::day(std::move(post)));
  sample::assemble(edition);
  for (int i = 0; i < count; ++i) {
    model::Concept term;
    term.id = fmt::format("term-{}", i);
    term.english = fmt::format("term {}", i);
    term.korean = fmt::format("{} {}", i % 2 == 0 ? "가중치" : "하강", i);
    for (int j = 0; j < 30; ++j) term.definition_korean += "뜻풀이를 길게 적는다. ";
    edition.glossary.concepts.push_back(term);
    edition.terms.push_back({static_cast<std::uint32_t>(i), {{0, 0}}});
  }
  return edition;
}

}  // namespace

TEST_CASE("the index has systems, papers and terms in dictionary order", "[epub]") {
  const model::Edition edition = sample::full_edition();
  const EpubOptions options;
  const epub::Book book(edition, options);
  std::vector<std::string> texts;
  for (const epub::IndexEntry& entry : epub::make_index(book).entries) {
    texts.emplace_back(entry.text);
  }
  CHECK(texts ==
        std::vector<std::string>{"경사", "경사를 아끼는 학습: A Frugal Optimiser", "대형 언어 모델",
                                 "주의", "토큰", "attention", "gradient", "Lantern",
                                 "Lantern: Keeping Half the Tokens & Most of the Meaning <think>",
                                 "large language model", "token"});
}

TEST_CASE("places are dates with the number of the paper", "[epub]") {
  model::Edition edition = with_terms(1);
  const EpubOptions options;
  CHECK(epub::short_place(epub::Book(edition, options), {0, 0}) == "10/5-7");
  CHECK(epub::short_place(epub::Book(edition, options), {0, model::Place::no_paper}) == "10/5");
  edition.metadata.first.year = 2025;
  CHECK(epub::short_place(epub::Book(edition, options), {0, 0}) == "2026/10/5-7");
}

TEST_CASE("a glossary too large for a page is split and every entry leads back", "[epub]") {
  const model::Edition edition = with_terms(400);
  const EpubOptions options;
  const epub::Book book(edition, options);
  REQUIRE(book.glossary.pages.size() == 3);
  std::set<std::string> targets;
  for (std::size_t page = 0; page < book.glossary.pages.size(); ++page) {
    const std::string xhtml = epub::render_glossary_page(book, page);
    const sample::Anchors anchors = sample::anchors_of(xhtml);
    CHECK(anchors.repeated.empty());
    for (const std::string& id : anchors.ids) {
      targets.insert(book.glossary.pages[page].file + "#" + id);
    }
    if (page == 0) continue;
    std::size_t back = 0;
    for (const std::string& link : anchors.links) {
      if (link == "day-2026-10-05.xhtml#d2026-10-05-a2610-00001") ++back;
    }
    CHECK(back == 200);
  }
  for (std::uint32_t term = 0; term < 400; ++term) {
    CHECK(targets.contains(std::string(book.term_href(term))));
  }
}

TEST_CASE("a long list of places says how many it leaves out", "[epub]") {
  const model::Edition edition = with_terms(1);
  const EpubOptions options;
  const epub::Book book(edition, options);
  std::string target;
  markup::XmlWriter xml(target);
  xml.start("p");
  epub::write_places(xml, book, std::vector<model::Place>(50, {0, 0}), 40);
  xml.end();
  CHECK(target.ends_with(" 외 10곳</p>"));
}
