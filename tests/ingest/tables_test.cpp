// Tables that cmark would read with a loss.
#include "ingest/parsed.hpp"
#include "support/catch.hpp"
#include "table_bars.hpp"

using namespace galpi;

namespace {

/// The rows of all tables of `body`, cells in brackets: `[a][b] / [c][d]`; other text as it is.
std::string rows_of(const tests::Parsed& parsed) {
  std::string rows;
  const auto add = [&](std::string_view text) {
    if (!rows.empty()) rows += " / ";
    rows += text;
  };
  const auto add_table = [&](const model::Block& table) {
    for (const model::Block& row : table.children) {
      std::string cells;
      for (const model::Block& cell : row.children) cells += "[" + cell.text + "]";
      add(cells);
    }
  };
  for (const ingest::RawBlock& raw : parsed.post.blocks) {
    if (raw.block.type == model::BlockType::table) {
      add_table(raw.block);
    } else {
      add(raw.block.text);
    }
    for (const model::Block& child : raw.block.children) {
      if (child.type == model::BlockType::table) add_table(child);
    }
  }
  return rows;
}

struct Row {
  std::string body;
  std::string rows;
  std::string codes;
};

void check(const Row& row) {
  INFO(row.body);
  const auto parsed = tests::parse_body(row.body);
  CHECK(rows_of(parsed) == row.rows);
  CHECK(parsed.codes() == row.codes);
  CHECK(tests::faults_of(parsed.post) == "");
}

}  // namespace

TEST_CASE("a row with more cells than the head keeps them", "[ingest]") {
  const Row rows[] = {
      {"| a | b |\n|---|---|\n| 하나 | 둘 | 셋 |\n", "[a][b][] / [하나][둘][셋]", "table-widened"},
      {"a | b\n---|---\n하나 | 둘 | 셋 | 넷\n", "[a][b][][] / [하나][둘][셋][넷]", "table-widened"},
      {"| a | b |  \n| --- | --- |  \n| c | d | e |  \n| f | g | h | i |\n| j |\n",
       "[a][b][][] / [c][d][e][] / [f][g][h][i] / [j][][][]", "table-widened"},
      {"|a\n|-\n|b|c\n", "[a][] / [b][c]", "table-widened"},
      {"> | a |\n> |---|\n> | b | c |\n", "[a][] / [b][c]", "table-widened"},
      {"앞 줄\n| a | b |\n|---|---|\n| c | d | e |\n", "앞 줄 / [a][b][] / [c][d][e]",
       "table-widened"},
      {"| a |\n|---|\n| b | c |\n|---|\n| d |\n", "[a][] / [b][c] / [---][] / [d][]",
       "table-widened"},
      {"| a |\n|---|\n| b | c |\n\n| d |\n|---|\n| e |\n", "[a][] / [b][c] / [d] / [e]",
       "table-widened"},
      // What follows a table without an empty line, and what is no table at all.
      {"| a |\n|---|\n| b |\n- c | d\n", "[a] / [b] / ", ""},
      {"| a |\n|---|\n| b |\n## c | d\n", "[a] / [b] / c | d", ""},
      // A table without a bar.
      {"a\n:-\nb\n", "[a] / [b]", ""},
      {"a\n-:\nb\n", "[a] / [b]", ""},
      {"| a | b | c |\n|---|---|\n| d | e | f | g |\n", "| a | b | c | |---|---| | d | e | f | g |",
       ""},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("the report of a wide row stands at the row", "[ingest]") {
  const auto parsed =
      tests::parse_body("| a | b |\n|---|---|\n| c | d |\n| e | f | g |\n| h | i | j |\n");
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].span.at == At{8, 1});
}

TEST_CASE("a bar in code or a formula parts no cells", "[ingest]") {
  const Row rows[] = {
      {"| a | b |\n|---|---|\n| `x | y` | z |\n", "[a][b] / [x | y][z]", ""},
      {"| `a | b` | c |\n|---|---|\n| d | e |\n", "[a | b][c] / [d][e]", ""},
      {"| a | b |\n|---|---|\n| ``x ` | y`` | z |\n", "[a][b] / [x ` | y][z]", ""},
      {"| a | b |\n|---|---|\n| `x \\| y` | z |\n", "[a][b] / [x | y][z]", ""},
      {"| a | b |\n|---|---|\n| $p(x|y)$ | $\\|w\\|$ |\n", "[a][b] / [p(x|y)][\\|w\\|]", ""},
      {"| a | b |\n|---|---|\n| 5` | 6` |\n", "[a][b] / [5 | 6][]", ""},
      {"`a | b` 와 `c`\n", "a | b 와 c", ""},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("cells are counted as cmark counts them", "[ingest]") {
  CHECK(ingest::count_cells("| a | b |") == 2);
  CHECK(ingest::count_cells("  a | b ") == 2);
  CHECK(ingest::count_cells("| a | b |  |") == 3);
  CHECK(ingest::count_cells("| a \\| b |") == 1);
  CHECK(ingest::count_cells("a \\|") == 1);
  CHECK(ingest::count_cells("a") == 1);
  CHECK(ingest::count_cells("|") == 1);
}
