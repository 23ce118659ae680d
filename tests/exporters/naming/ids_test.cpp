#include "naming/ids.hpp"

#include "sample_edition.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters;

namespace {

model::Post post_with(std::vector<model::Paper> papers) {
  model::Post post;
  post.date = {2026, 10, 5};
  post.papers = std::move(papers);
  return post;
}

model::Paper with_arxiv(std::string id) { return sample::paper(1, "T", std::move(id), {}); }

model::Paper with_title(std::string title) {
  model::Paper paper;
  paper.title = std::move(title);
  return paper;
}

bool is_ncname(std::string_view id) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (id.empty() || !is_letter(id.front())) return false;
  for (const char c : id) {
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '-' && c != '_') return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a paper's id is its day and its arXiv id", "[naming]") {
  struct Row {
    const char* arxiv;
    const char* id;
  };
  for (const Row& row :
       {Row{"2510.12345", "d2026-10-05-a2510-12345"}, Row{"cs/9905014", "d2026-10-05-acs-9905014"},
        Row{"math.GT/0309136", "d2026-10-05-amath-GT-0309136"},
        Row{"hep-th/9901001", "d2026-10-05-ahep-th-9901001"}}) {
    CHECK(paper_ids(post_with({with_arxiv(row.arxiv)})) == std::vector<std::string>{row.id});
  }
}

TEST_CASE("a paper without an arXiv id has an id made of its identity", "[naming]") {
  const auto ids = paper_ids(post_with({with_title("어떤 논문"), with_title("다른 논문")}));
  REQUIRE(ids.size() == 2);
  CHECK(ids[0] != ids[1]);
  CHECK(ids[0].starts_with("d2026-10-05-h"));
  CHECK(ids == paper_ids(post_with({with_title("어떤 논문"), with_title("다른 논문")})));
}

TEST_CASE("ids are valid names whatever the paper says of itself", "[naming]") {
  for (const char* hostile : {"2510.1\" onload=\"x", "../../etc", "한글", "", "<b>", "a b"}) {
    for (const std::string& id : paper_ids(post_with({with_arxiv(hostile)}))) {
      INFO(hostile);
      CHECK(is_ncname(id));
    }
    model::Concept term;
    term.id = hostile;
    CHECK(is_ncname(term_id(term)));
    CHECK(is_ncname(footnote_id(hostile)));
  }
  CHECK(footnote_id("1") == "fn-1");
}

TEST_CASE("the same paper twice in one post gets a suffix", "[naming]") {
  const auto ids = paper_ids(
      post_with({with_arxiv("2510.00001"), with_arxiv("2510.00001"), with_arxiv("2510.00001")}));
  CHECK(ids == std::vector<std::string>{"d2026-10-05-a2510-00001", "d2026-10-05-a2510-00001-2",
                                        "d2026-10-05-a2510-00001-3"});
}

TEST_CASE("another post or paper does not change the ids of the others", "[naming]") {
  const auto alone = paper_ids(post_with({with_arxiv("2510.00001"), with_title("나중")}));
  const auto more =
      paper_ids(post_with({with_title("새 논문"), with_arxiv("2510.00001"), with_title("나중")}));
  CHECK(more[1] == alone[0]);
  CHECK(more[2] == alone[1]);
}

TEST_CASE("two posts of one day have files of their own", "[naming]") {
  std::vector<model::BilingualDigest> days;
  days.push_back(sample::day(post_with({with_arxiv("2510.00001")})));
  days.push_back(sample::day(post_with({with_arxiv("2510.00001")})));
  const auto addresses = day_addresses(days);
  CHECK(addresses[0].file == "day-2026-10-05.xhtml");
  CHECK(addresses[1].file == "day-2026-10-05-2.xhtml");
  CHECK(addresses[0].id != addresses[1].id);
}
