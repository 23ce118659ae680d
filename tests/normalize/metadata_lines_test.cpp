#include "normalize/metadata_lines.hpp"

#include "raw_builder.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::normalize;

namespace {

/// `title | url | id | links`, then what is left of the block.
std::string taken(const char* markdown) {
  model::Block block = test::raw_block(markdown);
  Metadata metadata;
  const bool gone = take_metadata(block, metadata);
  std::string all = metadata.title + " | " + metadata.url + " | ";
  all += metadata.arxiv ? metadata.arxiv->id : "-";
  for (const model::PaperLink& link : metadata.links) all += " | " + link.text + " -> " + link.url;
  if (metadata.invalid_arxiv) all += " | invalid";
  if (gone) return all;
  all += " || " + block.text;
  for (const model::Block& child : block.children) all += "/" + child.text;
  return all;
}

}  // namespace

TEST_CASE("titles and links are read from labelled lines of all kinds", "[normalize]") {
  struct Row {
    const char* markdown;
    const char* taken;
  };
  const Row rows[] = {
      {"제목: A Study\narXiv: 2401.01234", "A Study |  | 2401.01234"},
      {"제목: A Study  \narXiv: https://arxiv.org/abs/2401.01234",
       "A Study | https://arxiv.org/abs/2401.01234 | 2401.01234"},
      {"Title: A Study\nURL: https://example.org/p",
       "A Study | https://example.org/p | - | URL: https://example.org/p -> https://example.org/p"},
      {"- 제목: A Study\n- 링크: [보기](https://example.org/p)",
       "A Study | https://example.org/p | - | 링크: 보기 -> https://example.org/p"},
      {"- **제목**: A Study\n- **arXiv**: [2401.01234](https://arxiv.org/abs/2401.01234)",
       "A Study | https://arxiv.org/abs/2401.01234 | 2401.01234"},
      {"**제목:** A   Study", "A Study |  | -"},
      {"> arXiv: 2401.01234v2", " |  | 2401.01234"},
      {"1. 제목: A Study", "A Study |  | -"},
      {"📄 제목 ： A Study", "A Study |  | -"},
      {"제목: [A Study](https://arxiv.org/abs/2401.01234)",
       "A Study | https://arxiv.org/abs/2401.01234 | -"},
      // What is more than a label and its value stays.
      {"제목: A Study\n저자: 김갈피\narXiv: 2401.01234", "A Study |  | 2401.01234 || 저자: 김갈피"},
      {"- 제목: A Study\n- 저자: 김갈피", "A Study |  | - || /저자: 김갈피"},
      {"arXiv: 2401.01234 (발표 예정)", " |  | - | invalid || arXiv: 2401.01234 (발표 예정)"},
      {"링크: https://example.org/p 에서 읽는다",
       " | https://example.org/p | - || 링크: https://example.org/p 에서 읽는다"},
      {"arXiv: 없음", " |  | - | invalid || arXiv: 없음"},
      {"URL: javascript:alert(1)", " |  | - || URL: javascript:alert(1)"},
      {"제목: A Study\n제목: Another", "A Study |  | - || 제목: Another"},
      {"제목:", " |  | - || 제목:"},
      {"이 글의 제목: 없음", " |  | - || 이 글의 제목: 없음"},
      {"보통 글이다.", " |  | - || 보통 글이다."},
  };
  for (const Row& row : rows) {
    INFO(row.markdown);
    CHECK(taken(row.markdown) == row.taken);
  }
}

TEST_CASE("only so many lines are read as metadata, and the rest stays", "[normalize]") {
  std::string markdown;
  for (int i = 0; i < 500; ++i) markdown += "URL: https://example.org/" + std::to_string(i) + "\n";
  model::Block block = test::raw_block(markdown);
  const std::string before = block.text;
  Metadata metadata;
  CHECK_FALSE(take_metadata(block, metadata));
  REQUIRE(metadata.links.size() == 32);
  CHECK(block.text == before.substr(before.find("URL: https://example.org/32")));
}

TEST_CASE("evidence of metadata is seen without touching the block", "[normalize]") {
  const auto evidence = [](const char* markdown) {
    const MetadataEvidence seen = metadata_evidence(test::raw_block(markdown));
    return std::string(seen.title ? "t" : "") + (seen.link ? "l" : "") + (seen.arxiv ? "a" : "");
  };
  CHECK(evidence("제목: A Study\narXiv: 2401.01234") == "tla");
  CHECK(evidence("- Title: A\n- URL: https://example.org/p") == "tl");
  CHECK(evidence("링크: https://example.org/p") == "l");
  CHECK(evidence("> arXiv: 2401.01234") == "la");
  CHECK(evidence("링크: 없음") == "");
  CHECK(evidence("본문\n제목: A Study") == "");
  CHECK(evidence("- 첫째\n- 제목: A Study") == "");
}
