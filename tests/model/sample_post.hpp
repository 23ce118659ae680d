// Posts for the tests of the model: one made by hand that has everything in it, and random ones
// that keep the invariants of block.hpp.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "galpi/model/stages.hpp"

namespace galpi::test {

inline model::Block block(model::BlockType type, std::string text, At at,
                          std::optional<std::string> label = std::nullopt) {
  model::Block made;
  made.type = type;
  made.label = std::move(label);
  made.text = std::move(text);
  made.at = at;
  if (!made.text.empty()) made.anchors = {{0, at}};
  return made;
}

/// One paper with each kind of thing in it, and a section of the post's own.
inline model::Digest sample_digest() {
  using namespace model;
  Section introduction{SectionKind::introduction, "서론", 2, SectionStatus::stated, {}, {11, 1}};
  introduction.blocks.push_back(block(BlockType::point, "빠르게 읽는다.", {12, 9}, "goal"));
  introduction.blocks.push_back(block(BlockType::point, "느리다.", {13, 3}));

  Block prose = block(BlockType::paragraph, "주의(attention)를\n쓴다 [1]", {16, 1});
  prose.marks = {{MarkType::strong, 0, 17, {}},
                 {MarkType::link, 7, 16, "https://example.org/a?b=\"c\""},
                 {MarkType::footnote, 28, 31, "#fn-1"}};
  prose.anchors = {{0, {16, 3}}, {7, {16, 7}}, {21, {17, 1}}};
  Block code = block(BlockType::code, "if (a < b) {\n\treturn \"\\\";\n}", {19, 1}, "cpp");
  Block item = block(BlockType::item, "첫째", {24, 3}, "[x]");
  Block list = block(BlockType::list, "", {24, 1}, "3");
  list.children = {item, block(BlockType::item, "", {25, 3})};
  list.children[1].children = {block(BlockType::paragraph, "둘째", {25, 3}),
                               block(BlockType::rule, "", {27, 3})};
  Block cell = block(BlockType::cell, "값", {30, 3}, "right");
  Block row = block(BlockType::row, "", {30, 1});
  row.children = {cell};
  Block table = block(BlockType::table, "", {30, 1});
  table.children = {row};
  Block image = block(BlockType::image, "", {33, 1});
  image.marks = {{MarkType::image, 0, 0, "images/a.png"}};
  Section method{SectionKind::method, "Method", 2, SectionStatus::truncated, {}, {15, 1}};
  method.blocks = {prose, code, list, table, image};

  Paper paper;
  paper.number = 1;
  paper.title = "Widgets: A \"Study\" of \\ Things";
  paper.system = "Widgets";
  paper.url = "https://arxiv.org/abs/2401.01234v2";
  paper.arxiv = ArxivId{"2401.01234", 2};
  paper.links = {{"Overview", "https://example.org/overview/2401.01234"}};
  paper.at = {7, 1};
  paper.sections = {introduction, method};

  Digest digest;
  digest.file = "blog/_posts/2024-01-05-widgets.md";
  Post& post = digest.post;
  post.date = {2024, 1, 5};
  post.time = "08:15:00";
  post.title = "읽은 논문 — 1월 5일";
  post.tags = {"papers", "made-up"};
  post.source = "_posts/2024-01-05-widgets.md";
  post.papers = {paper};
  Section preface{SectionKind::other, std::nullopt, 0, SectionStatus::stated, {}, {5, 1}};
  preface.blocks.push_back(block(BlockType::quote, "", {5, 1}));
  preface.blocks[0].children.push_back(block(BlockType::paragraph, "오늘의 글", {5, 3}));
  post.sections = {preface};
  digest.block_count = number_blocks(post);
  return digest;
}

inline std::vector<Diagnostic> sample_diagnostics() {
  return {{DiagnosticCode::section_truncated,
           {"blog/_posts/2024-01-05-widgets.md", {16, 4}, 0},
           "a \"message\"",
           "a hint",
           "**주의(attention)**를\\"},
          {DiagnosticCode::front_matter_missing, {"-", {0, 0}, 7}, "", "", ""}};
}

/// Random posts: any text, any nesting the model allows, marks that nest.
class RandomPosts {
 public:
  explicit RandomPosts(std::uint32_t seed) : random_(seed) {}

  model::Digest next() {
    model::Digest digest;
    digest.file = text();
    model::Post& post = digest.post;
    post.date = {2000 + static_cast<std::int32_t>(below(50)), 1 + below(12), 1 + below(28)};
    if (below(2) != 0) post.time = "23:59:60";
    post.title = text();
    for (auto i = below(3); i > 0; --i) post.tags.push_back(text());
    post.source = "a/" + std::to_string(below(100)) + ".md";
    post.kind = static_cast<model::PostKind>(below(3));
    for (auto i = below(3); i > 0; --i) post.papers.push_back(paper());
    for (auto i = below(3); i > 0; --i) post.sections.push_back(section());
    digest.block_count = number_blocks(post);
    return digest;
  }

  std::uint32_t below(std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random_);
  }

 private:
  std::string text() {
    constexpr const char* pieces[] = {"가", "힣", "a", "Z", " ", "\"",          "\\",
                                      "\n", "\t", "𝛼", "é", "—", "·",           "7",
                                      "<",  "&",  "/", "`", "€", "\xE2\x80\xA8"};
    std::string made;
    for (auto i = below(12); i > 0; --i) made += pieces[below(std::size(pieces))];
    return made;
  }

  At at() { return {below(50), below(50)}; }

  model::Paper paper() {
    model::Paper made;
    if (below(2) != 0) made.number = below(40);
    made.title = text();
    if (below(2) != 0) made.system = text();
    if (below(2) != 0) made.url = "https://example.org/" + std::to_string(below(9));
    if (below(2) != 0) made.arxiv = model::ArxivId{"2401.00001", std::nullopt};
    if (made.arxiv && below(2) != 0) made.arxiv->version = below(9);
    for (auto i = below(3); i > 0; --i) made.links.push_back({text(), "mailto:a@example.org"});
    made.at = at();
    for (auto i = below(4); i > 0; --i) made.sections.push_back(section());
    return made;
  }

  model::Section section() {
    model::Section made;
    made.kind = static_cast<model::SectionKind>(below(6));
    if (below(2) != 0) made.heading = text();
    made.level = below(7);
    made.status = static_cast<model::SectionStatus>(below(4));
    made.at = at();
    for (auto i = below(4); i > 0; --i) made.blocks.push_back(top_block(3));
    return made;
  }

  model::Block top_block(std::uint32_t depth) {
    using model::BlockType;
    switch (below(7)) {
      case 0:
        return holder(BlockType::list, BlockType::item, depth);
      case 1: {
        model::Block table = block(BlockType::table, "", at());
        table.children = {holder(BlockType::row, BlockType::cell, 0)};
        return table;
      }
      case 2:
        return holder(BlockType::quote, BlockType::paragraph, depth);
      case 3:
        return leaf(BlockType::code);
      case 4:
        return leaf(BlockType::image);
      case 5:
        return leaf(BlockType::html);
      default:
        return leaf(BlockType::paragraph);
    }
  }

  model::Block holder(model::BlockType type, model::BlockType child, std::uint32_t depth) {
    model::Block made = block(type, "", at());
    for (auto i = below(3); i > 0; --i) {
      made.children.push_back(leaf(child));
      if (child == model::BlockType::item && depth > 0 && below(2) != 0) {
        made.children.back().children.push_back(top_block(depth - 1));
      }
    }
    return made;
  }

  model::Block leaf(model::BlockType type) {
    model::Block made = block(type, text(), at());
    if (below(3) == 0) made.label = text();
    std::vector<std::uint32_t> starts;
    for (std::uint32_t i = 0; i <= made.text.size(); ++i) {
      const bool inside =
          i < made.text.size() && (static_cast<unsigned char>(made.text[i]) & 0xC0U) == 0x80U;
      if (!inside) starts.push_back(i);
    }
    // Marks of one block around each other, from the outside in.
    std::uint32_t first = 0;
    auto last = static_cast<std::uint32_t>(starts.size()) - 1;
    for (auto i = below(4); i > 0 && first < last; --i) {
      made.marks.push_back({model::MarkType::strong, starts[first], starts[last], {}});
      if (below(2) != 0) {
        made.marks.back().type = model::MarkType::link;
        made.marks.back().url = "a/b";
      }
      first += below(2);
      last -= below(2);
      if (first > last) break;
    }
    if (below(2) != 0 && !made.text.empty()) {
      made.anchors = {{0, at()}};
      if (starts.size() > 2) made.anchors.push_back({starts[1 + below(2)], at()});
    }
    return made;
  }

  std::mt19937 random_;
};

}  // namespace galpi::test
