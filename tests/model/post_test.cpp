#include "galpi/model/post.hpp"

#include <set>
#include <string>

#include "sample_post.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::model;

namespace {

Section section_at(std::uint32_t line, std::string text) {
  Section section;
  section.at = {line, 1};
  section.blocks = {test::block(BlockType::paragraph, std::move(text), {line, 1})};
  return section;
}

Paper paper_at(std::uint32_t line, std::string text) {
  Paper paper;
  paper.at = {line, 1};
  paper.sections = {section_at(line + 1, std::move(text))};
  return paper;
}

std::string texts_of(const Post& post) {
  std::string all;
  for_each_block(post, [&](const Block& block) { all += block.text + ";"; });
  return all;
}

}  // namespace

TEST_CASE("a paper is its arXiv id, else its link, else its title", "[model]") {
  Paper paper;
  paper.title = "T";
  CHECK(identity_of(paper) == "T");
  paper.url = "";
  CHECK(identity_of(paper) == "T");
  paper.url = "https://example.org/p";
  CHECK(identity_of(paper) == "https://example.org/p");
  paper.arxiv = ArxivId{"2401.00001", 3};
  CHECK(identity_of(paper) == "arxiv:2401.00001");
}

TEST_CASE("every enumerator has a name of its own", "[model]") {
  std::set<std::string_view> types;
  for (int i = 0; i <= static_cast<int>(BlockType::rule); ++i) {
    types.insert(name_of(static_cast<BlockType>(i)));
  }
  CHECK(types.size() == 13);
  std::set<std::string_view> marks;
  for (int i = 0; i <= static_cast<int>(MarkType::subscript); ++i) {
    marks.insert(name_of(static_cast<MarkType>(i)));
  }
  CHECK(marks.size() == 10);
  CHECK(name_of(BlockType::math) == "math");
  CHECK(name_of(MarkType::footnote) == "footnote");
  CHECK(name_of(SectionKind::limitations) == "limitations");
  CHECK(name_of(SectionStatus::not_stated) == "not_stated");
  CHECK(name_of(PostKind::review) == "review");
}

TEST_CASE("papers and the post's own sections are read by their place", "[model]") {
  Post post;
  post.papers = {paper_at(10, "p1"), paper_at(30, "p2")};
  post.sections = {section_at(1, "before"), section_at(20, "between"), section_at(40, "after")};
  CHECK(texts_of(post) == "before;p1;between;p2;after;");
}

TEST_CASE("a section without a place is still there", "[model]") {
  Post post;
  post.papers = {paper_at(10, "p1")};
  post.sections = {section_at(40, "after"), section_at(0, "nowhere")};
  CHECK(texts_of(post) == "p1;after;nowhere;");
  CHECK(parts_in_reading_order(post).size() == 3);
}

TEST_CASE("blocks are numbered in reading order, containers before what they hold", "[model]") {
  Digest digest = test::sample_digest();
  std::uint32_t next = 0;
  for_each_block(digest.post, [&](const Block& block) { CHECK(block.ordinal == next++); });
  CHECK(next == digest.block_count);
  CHECK(next == 15);
}
