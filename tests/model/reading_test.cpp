#include "galpi/model/reading.hpp"

#include <string>

#include "support/blocks.hpp"
#include "support/catch.hpp"

using namespace galpi;
using model::BlockType;
using model::MarkType;

namespace {

model::Block paragraph(std::string text, std::vector<model::Mark> marks = {}) {
  model::Block block = tests::block(BlockType::paragraph, std::move(text));
  block.marks = std::move(marks);
  return block;
}

/// `text[tex]text`: formulas in brackets.
std::string taken_apart(std::string_view translation, const model::Block& block) {
  std::string pieces;
  model::read_translation(
      translation, block, [&](std::string_view text) { pieces += text; },
      [&](std::string_view tex, const model::Mark&) { pieces += "[" + std::string(tex) + "]"; });
  return pieces;
}

}  // namespace

TEST_CASE("dollars in a translation are a formula only where its sentence has that one",
          "[model]") {
  const model::Block block =
      paragraph("x와 n^2", {{MarkType::math, 0, 1, {}}, {MarkType::math, 5, 8, {}}});
  struct Row {
    const char* translation;
    const char* pieces;
  };
  for (const Row& row : {
           Row{"", ""},
           Row{"no formula", "no formula"},
           Row{"$x$ and $n^2$.", "[x] and [n^2]."},
           Row{"It costs $5 and $x$", "It costs $5 and [x]"},
           Row{"$y$ is another", "$y$ is another"},
           Row{"an open $x", "an open $x"},
       }) {
    INFO(row.translation);
    CHECK(taken_apart(row.translation, block) == row.pieces);
  }
}

TEST_CASE("marks that end outside their text are no formulas", "[model]") {
  CHECK(taken_apart("$x$", paragraph("x", {{MarkType::math, 0, 9, {}}})) == "$x$");
}

TEST_CASE("a block without mentions or translations has none", "[model]") {
  model::BilingualDigest day;
  model::Block block = paragraph("글이다. 또 글이다.");
  CHECK(model::mentions_of(day.annotated, block) == nullptr);
  CHECK(model::translations_of(day, block) == nullptr);
  day.annotated.mentions.resize(1);
  day.sentences = {{{0, 10, ""}, {11, 24, ""}}};
  CHECK(model::mentions_of(day.annotated, block) == nullptr);
  CHECK(model::translations_of(day, block) == nullptr);
  day.annotated.mentions[0].push_back({0, 3, 0});
  day.sentences[0][1].translation = "More text.";
  CHECK(model::mentions_of(day.annotated, block) == day.annotated.mentions.data());
  CHECK(model::translations_of(day, block) == day.sentences.data());
  block.ordinal = 7;
  CHECK(model::mentions_of(day.annotated, block) == nullptr);
  CHECK(model::translations_of(day, block) == nullptr);
}

TEST_CASE("atoms and links are solid, emphasis is not", "[model]") {
  std::vector<text::ByteRange> ranges;
  model::find_solid_ranges({{MarkType::strong, 0, 4, {}},
                            {MarkType::code, 5, 8, {}},
                            {MarkType::link, 7, 12, "https://example.org"},
                            {MarkType::math, 20, 22, {}}},
                           ranges);
  CHECK(ranges == std::vector<text::ByteRange>{{5, 12}, {20, 22}});
  const auto at = [](std::uint32_t start, std::uint32_t end) {
    model::Mention mention;
    mention.start = start;
    mention.end = end;
    return mention;
  };
  CHECK_FALSE(model::touches(ranges, at(0, 5)));
  CHECK(model::touches(ranges, at(0, 6)));
  CHECK(model::touches(ranges, at(11, 13)));
  CHECK_FALSE(model::touches(ranges, at(12, 20)));
  CHECK_FALSE(model::touches(ranges, at(22, 23)));
}

TEST_CASE("a term is linked or glossed once, and only where it lies whole", "[model]") {
  model::Glossary glossary;
  glossary.concepts.resize(3);
  const auto mention = [](std::uint32_t start, std::uint32_t end, std::uint32_t concept_index) {
    model::Mention made;
    made.start = start;
    made.end = end;
    made.concept_index = concept_index;
    return made;
  };
  std::vector<model::Mention> mentions = {mention(0, 6, 0),   mention(10, 16, 1),
                                          mention(10, 16, 2), mention(20, 26, 0),
                                          mention(30, 36, 2), mention(40, 46, 9)};
  mentions[1].ambiguous = mentions[2].ambiguous = true;
  mentions[1].gloss = mentions[2].gloss = true;
  mentions[4].gloss = true;
  std::vector<std::uint32_t> asked;
  const auto take_link = [&](const model::Mention& found) {
    asked.push_back(found.start);
    return asked.size() == 1;
  };
  std::vector<model::TermAnchor> anchors;
  model::find_term_anchors(mentions, glossary, 0, 60, take_link, anchors);
  std::string shown;
  for (const model::TermAnchor& anchor : anchors) {
    shown += std::to_string(anchor.start) + (anchor.is_link ? "L" : "") +
             (anchor.is_gloss ? "G" : "") + " ";
  }
  CHECK(shown == "0L 10G 30G ");
  CHECK(asked == std::vector<std::uint32_t>{0, 20, 30});
  model::find_term_anchors(mentions, glossary, 5, 35, take_link, anchors);
  REQUIRE(anchors.size() == 1);
  CHECK(anchors[0].start == 10);
}

TEST_CASE("footnotes are found in lists of them, wherever those stand", "[model]") {
  model::Block list = tests::block(BlockType::list, "");
  list.label = "footnotes";
  list.children = {tests::labelled(BlockType::item, "1", "첫째"),
                   tests::labelled(BlockType::item, "b", "둘째")};
  model::Block quote = tests::block(BlockType::quote, "");
  quote.children = {list};
  model::Post post;
  post.papers.emplace_back().sections.emplace_back().blocks = {paragraph("글"), quote};
  post.sections.emplace_back().blocks = {tests::block(BlockType::list, "")};
  std::string labels;
  model::for_each_footnote(post, [&](const model::Block& item) { labels += *item.label; });
  CHECK(labels == "1b");
  CHECK(model::footnote_label("#fn-b") == "b");
  CHECK(model::footnote_label("https://example.org/#fn-b").empty());
}

TEST_CASE("an image is found by its url", "[model]") {
  model::Edition edition;
  edition.images = {{"/a.png", "image/png", "image-001.png", ""},
                    {"/b.png", "image/png", "image-002.png", ""}};
  CHECK(model::find_image(edition, "/b.png") == &edition.images[1]);
  CHECK(model::find_image(edition, "/c.png") == nullptr);
  CHECK(model::find_image(edition, "") == nullptr);
}
