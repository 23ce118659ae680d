// Random paragraphs of nasty text with nested marks: written, then read by cmark-gfm and by galpi.
#include <algorithm>
#include <random>
#include <tuple>

#include "reading.hpp"
#include "support/catch.hpp"

using namespace galpi;
using galpi::model::Block;
using galpi::model::Mark;
using galpi::model::MarkType;

namespace {

class RandomParagraphs {
 public:
  RandomParagraphs(std::uint32_t seed, bool with_formulas)
      : random_(seed), with_formulas_(with_formulas) {}

  Block next() {
    made_ = tests::paragraph("");
    add_content(3, {});
    if (made_.text.empty()) made_.text = "가";
    // Marks over the same stretch have no order.
    std::ranges::stable_sort(made_.marks, [](const Mark& a, const Mark& b) {
      return std::tuple(a.start, b.end, a.type) < std::tuple(b.start, a.end, b.type);
    });
    return made_;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  bool ends_with_blank() const {
    return made_.text.empty() || made_.text.back() == ' ' || made_.text.back() == '\n';
  }

  /// Without a blank at the start when `is_first`: white space carries no marks.
  void add_text(bool is_first = false) {
    constexpr const char* pieces[] = {
        "*",     "_",          "`",     "[",   "]",     "(",       ")",    "<",   ">",  "&amp;",
        "|",     "~",          "#",     "+",   "-",     ".",       "!",    "=",   ":",  "\\",
        "$",     "{{",         "{%",    "{:",  "@",     "^",       "\"",   "'",   "1.", "12)",
        "a",     "b",          "가",    "를",  "주의",  "(x)",     "”",    "…",   "→",  "~~",
        "www.a", "http://a.b", "a@b.c", "x_y", "[^1]:", "<think>", "</b>", "***", "$$", "```"};
    for (auto count = 1 + below(3); count > 0; --count) {
      if (!is_first && !ends_with_blank() && below(5) == 0)
        made_.text += below(6) == 0 ? "\n" : " ";
      made_.text += pieces[below(std::size(pieces))];
      is_first = false;
    }
  }

  void add_content(unsigned depth, std::vector<MarkType> around) {
    for (auto count = 1 + below(4); count > 0; --count) {
      if (depth > 0 && below(2) == 0) {
        add_mark(depth, around);
      } else {
        add_text();
      }
    }
  }

  void add_mark(unsigned depth, std::vector<MarkType> around) {
    constexpr MarkType types[] = {
        MarkType::emphasis,      MarkType::strong,      MarkType::strong,    MarkType::emphasis,
        MarkType::strikethrough, MarkType::superscript, MarkType::subscript, MarkType::link,
        MarkType::code,          MarkType::math};
    const MarkType type = types[below(std::size(types) - (with_formulas_ ? 0 : 1))];
    // No mark within its like; two formulas or code spans that touch stay two.
    if (std::ranges::find(around, type) != around.end()) return add_text();
    if (!ends_with_blank() && below(3) == 0) made_.text += ' ';
    const std::size_t index = made_.marks.size();
    const auto start = static_cast<std::uint32_t>(made_.text.size());
    made_.marks.push_back({type, start, 0, type == MarkType::link ? "https://a.b/(c)_d" : ""});
    if (type == MarkType::code) {
      constexpr const char* codes[] = {"x", "a`b", "`", "**a**", " a", "a|b", "$x$", "<b>", "\\"};
      made_.text += codes[below(std::size(codes))];
    } else if (type == MarkType::math) {
      constexpr const char* formulas[] = {
          "x",     "d_k", "\\pi^*",  "a_{i}^{*}",      "\\frac{a}{b}",
          "x < y", "a|b", "\\{x\\}", "5 + \\text{가}", "x'"};
      made_.text += formulas[below(std::size(formulas))];
    } else {
      around.push_back(type);
      add_text(true);
      add_content(depth - 1, around);
      if (ends_with_blank()) made_.text += "가";
    }
    made_.marks[index].end = static_cast<std::uint32_t>(made_.text.size());
  }

  std::mt19937 random_;
  bool with_formulas_;
  Block made_;
};

/// Marks of one type that touch are one mark to a reader of tags; where they nest deeper than they
/// are written, order is by start and length.
bool has_touching_likes(const Block& block) {
  for (const Mark& a : block.marks) {
    for (const Mark& b : block.marks) {
      if (&a != &b && a.type == b.type && a.end == b.start) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("random paragraphs are read back by cmark-gfm as they were", "[exporter_markdown]") {
  RandomParagraphs paragraphs(20261031, false);
  for (int round = 0; round < 4000; ++round) {
    const Block block = paragraphs.next();
    const std::string markdown = tests::body_of({block});
    INFO(tests::text_and_marks(block) << "\n" << markdown);
    REQUIRE(tests::first_paragraph_by_cmark(markdown) == tests::text_and_marks(block));
  }
}

TEST_CASE("random paragraphs are read back by galpi as they were", "[exporter_markdown]") {
  RandomParagraphs paragraphs(20261101, true);
  for (int round = 0; round < 2000; ++round) {
    const Block block = paragraphs.next();
    if (has_touching_likes(block)) continue;
    INFO(tests::text_and_marks(block) << "\n" << tests::body_of({block}));
    REQUIRE(tests::written_and_read({block}) == tests::comparable({block}));
  }
}

TEST_CASE("random paragraphs leave no delimiters behind wherever they stand",
          "[exporter_markdown]") {
  RandomParagraphs paragraphs(20261102, false);
  for (int round = 0; round < 500; ++round) {
    Block block = paragraphs.next();
    std::ranges::replace(block.text, '\n', ' ');
    Block cell = block;
    cell.type = model::BlockType::cell;
    Block item = block;
    item.type = model::BlockType::item;
    const std::vector<Block> blocks = {
        tests::block(model::BlockType::list, "", {item}),
        tests::block(model::BlockType::quote, "", {block}),
        tests::block(model::BlockType::table, "",
                     {tests::block(model::BlockType::row, "", {cell, cell}),
                      tests::block(model::BlockType::row, "", {cell, cell})})};
    if (has_touching_likes(block)) continue;
    INFO(tests::text_and_marks(block) << "\n" << tests::body_of(blocks));
    REQUIRE(tests::written_and_read(blocks) == tests::comparable(blocks));
  }
}
