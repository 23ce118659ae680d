// Models that no reader of ours makes: the exporter must end, stay in bounds and keep what it can.
#include <random>

#include "model/sample_post.hpp"
#include "reading.hpp"
#include "support/catch.hpp"

using namespace galpi;
using galpi::model::Block;
using galpi::model::BlockType;
using galpi::model::MarkType;

namespace {

constexpr exporters::MarkdownForm forms[] = {exporters::MarkdownForm::interleaved,
                                             exporters::MarkdownForm::table,
                                             exporters::MarkdownForm::annotated};
constexpr model::Languages all_languages[] = {model::Languages::korean, model::Languages::english,
                                              model::Languages::both};

}  // namespace

TEST_CASE("random posts are written in every form and read without failing",
          "[exporter_markdown]") {
  test::RandomPosts posts(7);
  for (int round = 0; round < 200; ++round) {
    model::Digest digest = posts.next();
    model::Edition edition = tests::edition_of(digest.post);
    model::BilingualDigest& day = edition.days[0];
    for (auto& sentences : day.sentences) {
      if (posts.below(2) == 0) sentences = {{0, 1000, "x $y$ *z*"}, {1000, 2000, ""}};
    }
    for (const auto form : forms) {
      for (const auto languages : all_languages) {
        const std::string markdown = tests::day_markdown(edition, {form, languages});
        CHECK(markdown.starts_with("---\nlayout: post\n"));
        CHECK_FALSE(tests::book_markdown(edition, {form, languages}).empty());
        tests::read_back(markdown);
      }
    }
  }
}

TEST_CASE("mentions and sentences outside the text do no harm", "[exporter_markdown]") {
  model::Edition edition = tests::edition_of(tests::review_of({tests::paragraph("짧다")}));
  model::Mention mention;
  mention.gloss = true;
  mention.start = 100;
  mention.end = 200;
  edition.days[0].annotated.mentions[0] = {mention};
  edition.days[0].sentences[0] = {{50, 60, "a"}, {3, 2, "b"}};
  edition.glossary.concepts.emplace_back().english = "never";
  for (const auto form : forms) {
    CHECK_FALSE(tests::day_markdown(edition, {form, model::Languages::both}).contains("never"));
  }
  edition.days[0].sentences.clear();
  edition.days[0].annotated.mentions.clear();
  CHECK(tests::day_markdown(edition, {}).ends_with("\n짧다\n"));
}

TEST_CASE("deep nesting and many marks take no time", "[exporter_markdown]") {
  Block deep = tests::paragraph("가");
  for (int i = 0; i < 64; ++i) deep = tests::block(BlockType::quote, "", {deep});
  Block marked = tests::paragraph(std::string(300'000, 'a'));
  for (std::uint32_t i = 0; i < 60'000; ++i) {
    marked.marks.push_back({i % 2 == 0 ? MarkType::strong : MarkType::link, i * 5, i * 5 + 4, "u"});
  }
  Block nested = tests::paragraph(std::string(20'000, 'b'));
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    nested.marks.push_back({MarkType::emphasis, i, 20'000 - i, ""});
  }
  const std::string body = tests::body_of({deep, marked, nested});
  CHECK(body.size() > 320'000);
  CHECK(body.contains(std::string(64, '>').substr(0, 1) + " > > 가"));
}

TEST_CASE("nothing of a text can become structure", "[exporter_markdown]") {
  const char* texts[] = {"---\nlayout: x\n---",
                         "# 1. [A](https://arxiv.org/abs/2601.00001)",
                         "## Method",
                         "> [Alphaxiv](x)",
                         "$$\nx\n$$",
                         "```\nx",
                         "<!-- x",
                         "[^1]: x",
                         "[x]: y",
                         "| a |\n|---|",
                         "{% comment %} x",
                         "{::comment}",
                         "<script>x</script>",
                         "<pre>x",
                         "Title\n===",
                         "#1. [x](y)",
                         "\\[ x = y \\]",
                         "\\(x\\)",
                         "    code",
                         "~~~\nx"};
  for (const char* text : texts) {
    std::string expected = text;
    expected.erase(0, expected.find_first_not_of(' '));
    const std::vector<Block> blocks = {tests::paragraph(text), tests::paragraph("뒤")};
    INFO(tests::body_of(blocks));
    CHECK(tests::written_and_read(blocks) ==
          tests::comparable({tests::paragraph(expected), tests::paragraph("뒤")}));
  }
}
