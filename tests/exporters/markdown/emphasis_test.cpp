#include "emphasis.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::markdown;
using galpi::model::MarkType;

namespace {

Token text(const char* content) { return {TokenKind::text, content, 0}; }
Token begins(std::uint32_t mark) { return {TokenKind::open, {}, mark}; }
Token ends(std::uint32_t mark) { return {TokenKind::close, {}, mark}; }
Token formula(const char* tex) { return {TokenKind::formula, tex, 0}; }

std::vector<bool> tags_of(std::vector<Token> tokens, std::vector<MarkType> marks,
                          bool in_cell = false) {
  return choose_emphasis({std::move(tokens), std::move(marks), 0}, in_cell).as_tag;
}

}  // namespace

TEST_CASE("a mark is a tag only when a reader would not see its delimiters",
          "[exporter_markdown]") {
  CHECK(tags_of({begins(0), text("가"), ends(0), text("를")}, {MarkType::strong}) ==
        std::vector{false});
  CHECK(tags_of({begins(0), text("가)"), ends(0), text("를")}, {MarkType::strong}) ==
        std::vector{true});
  CHECK(tags_of({begins(0), text("가)"), ends(0), text(" 를")}, {MarkType::strong}) ==
        std::vector{false});
  CHECK(tags_of({text("가"), begins(0), text("(나"), ends(0)}, {MarkType::strong}) ==
        std::vector{true});
}

TEST_CASE("a line break in a cell is a tag and no white space", "[exporter_markdown]") {
  const std::vector<Token> tokens = {
      begins(0), text("가)"), ends(0), {TokenKind::hard_break, {}, 0}, text("나")};
  CHECK(tags_of(tokens, {MarkType::strong}, false) == std::vector{false});
  CHECK(tags_of(tokens, {MarkType::strong}, true) == std::vector{false});
  const std::vector<Token> opening = {
      text("가"), {TokenKind::hard_break, {}, 0}, begins(0), text("나"), ends(0)};
  CHECK(tags_of(opening, {MarkType::strong}, true) == std::vector{false});
}

TEST_CASE("what stands in a link pairs within the link", "[exporter_markdown]") {
  CHECK(tags_of({begins(0),
                 text("가 "),
                 {TokenKind::link_open, "[", 0},
                 begins(1),
                 text("나"),
                 ends(1),
                 {TokenKind::link_close, "](u)", 0},
                 text(" 다"),
                 ends(0)},
                {MarkType::strong, MarkType::emphasis}) == std::vector{false, false});
}

TEST_CASE("formulas whose stars would pair are fenced", "[exporter_markdown]") {
  const auto styles = [](std::vector<Token> tokens) {
    return choose_emphasis({std::move(tokens), {}, 0}, false).backtick_style;
  };
  CHECK(styles({formula("\\pi^*"), text("와 "), formula("\\theta^*")}) ==
        std::vector{true, false, true});
  CHECK(styles({formula("\\pi^*"), text("와 "), formula("x")}) == std::vector{false, false, false});
  CHECK(styles({formula("a*b*c")}) == std::vector{false});
}

TEST_CASE("thousands of marks are tags, and quickly", "[exporter_markdown]") {
  std::vector<Token> tokens;
  std::vector<MarkType> marks;
  for (std::uint32_t i = 0; i < 50'000; ++i) {
    tokens.push_back(begins(i));
    tokens.push_back(text("가"));
    tokens.push_back(ends(i));
    marks.push_back(MarkType::strong);
  }
  const auto tags = tags_of(std::move(tokens), std::move(marks));
  CHECK(std::find(tags.begin(), tags.end(), false) == tags.end());
}
