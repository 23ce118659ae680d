// The golden file: every type of block and mark, in both languages. Read the diff when it changes:
// GALPI_UPDATE_GOLDEN=1 rewrites it.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "support/catch.hpp"
#include "tree.hpp"

using namespace galpi;

namespace {

/// All Korean text of the blocks, in reading order, without white space.
void collect(const std::vector<model::Block>& blocks, std::vector<std::string>& texts) {
  for (const model::Block& one : blocks) {
    std::string text = one.text;
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
    const bool is_plain = one.marks.empty();
    if (is_plain && !text.empty()) texts.push_back(text);
    if (one.type == model::BlockType::list && one.label == "footnotes") continue;
    collect(one.children, texts);
  }
}

}  // namespace

TEST_CASE("the sample edition is its golden file", "[exporter_pandoc]") {
  constexpr const char* path = GALPI_SOURCE_DIR "/tests/golden/pandoc/full.txt";
  const std::string tree = tests::readable(tests::exported(sample::full_edition()));
  if (std::getenv("GALPI_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << tree;
  std::ostringstream golden;
  golden << std::ifstream(path).rdbuf();
  CHECK(tree == golden.str());
}

TEST_CASE("the text of every block stands in the tree, in order", "[exporter_pandoc]") {
  model::Edition edition = sample::full_edition();
  for (model::BilingualDigest& day : edition.days) {
    for (auto& mentions : day.annotated.mentions) mentions.clear();
  }
  const std::string letters = tests::letters_of(tests::exported(edition));
  std::size_t at = 0;
  for (const model::BilingualDigest& day : edition.days) {
    for (const model::PostPart& part : model::parts_in_reading_order(day.post())) {
      std::vector<std::string> texts;
      if (part.section != nullptr) collect(part.section->blocks, texts);
      if (part.paper != nullptr) {
        for (const model::Section& section : part.paper->sections) collect(section.blocks, texts);
      }
      for (const std::string& text : texts) {
        CAPTURE(text);
        const std::size_t found = letters.find(text, at);
        CHECK(found != std::string::npos);
        if (found != std::string::npos) at = found + text.size();
      }
    }
  }
}

TEST_CASE("an English edition has translations in place of the text", "[exporter_pandoc]") {
  exporters::PandocOptions options;
  options.languages = model::Languages::english;
  const std::string tree = tests::readable(tests::exported(sample::full_edition(), options));
  CHECK(tree.contains("lang: MetaInlines [Str \"en\"]\n"));
  CHECK_FALSE(tree.contains("\"translation\""));
  options.languages = model::Languages::korean;
  const std::string korean = tests::readable(tests::exported(sample::full_edition(), options));
  CHECK(korean.contains("lang: MetaInlines [Str \"ko-KR\"]\n"));
  CHECK_FALSE(korean.contains("\"translation\""));
}

TEST_CASE("only the version differs for pandoc 3", "[exporter_pandoc]") {
  exporters::PandocOptions options;
  options.api = exporters::PandocApi::v1_23;
  std::string newer = tests::exported(sample::full_edition(), options);
  REQUIRE(newer.starts_with(R"({"pandoc-api-version":[1,23],)"));
  newer.replace(newer.find("1,23"), 4, "1,22,1");
  CHECK(newer == tests::exported(sample::full_edition()));
}

TEST_CASE("an edition without days is a document without blocks", "[exporter_pandoc]") {
  CHECK(tests::exported({}).ends_with("},\"blocks\":[]}\n"));
}
