// The parts of BlockWriter that are not running text: tables, code, displayed formulas.
#include <algorithm>
#include <string>

#include "blocks.hpp"

namespace galpi::exporters::pandoc {
namespace {

using model::Block;

// A class is one token of letters that no format trips over.
std::string language_class(std::string_view language) {
  std::string name;
  for (const char c : language.substr(0, 32)) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                          (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '+' || c == '#';
    if (!is_plain) break;
    name += c;
  }
  return name;
}

std::string_view alignment_of(const Block* cell) {
  if (cell == nullptr || !cell->label.has_value()) return "AlignDefault";
  if (*cell->label == "left") return "AlignLeft";
  if (*cell->label == "center") return "AlignCenter";
  if (*cell->label == "right") return "AlignRight";
  return "AlignDefault";
}

std::size_t columns_of(const Block& table) {
  std::size_t columns = 1;
  for (const Block& row : table.children) columns = std::max(columns, row.children.size());
  return columns;
}

}  // namespace

// Table Attr Caption [ColSpec] TableHead [TableBody] TableFoot, as pandoc-types 1.21 has it.
void BlockWriter::write_table(const Block& table) {
  const std::size_t columns = columns_of(table);
  const Block* const head = table.children.empty() ? nullptr : table.children.data();
  nodes_.open("Table");
  nodes_.attributes({});
  nodes_.begin_list();  // no short caption, no caption
  nodes_.null();
  nodes_.begin_list();
  nodes_.end_list();
  nodes_.end_list();
  nodes_.begin_list();
  for (std::size_t column = 0; column < columns; ++column) {
    nodes_.begin_list();
    nodes_.empty(alignment_of(
        head != nullptr && column < head->children.size() ? &head->children[column] : nullptr));
    nodes_.empty("ColWidthDefault");
    nodes_.end_list();
  }
  nodes_.end_list();
  nodes_.begin_list();
  nodes_.attributes({});
  nodes_.begin_list();
  if (head != nullptr) write_row(*head, columns);
  nodes_.end_list();
  nodes_.end_list();
  nodes_.begin_list();  // one body, without row heads
  nodes_.begin_list();
  nodes_.attributes({});
  nodes_.number(0);
  nodes_.begin_list();
  nodes_.end_list();
  nodes_.begin_list();
  for (std::size_t i = 1; i < table.children.size(); ++i) write_row(table.children[i], columns);
  nodes_.end_list();
  nodes_.end_list();
  nodes_.end_list();
  nodes_.begin_list();
  nodes_.attributes({});
  nodes_.begin_list();
  nodes_.end_list();
  nodes_.end_list();
  nodes_.close();
}

void BlockWriter::write_row(const Block& row, std::size_t columns) {
  nodes_.begin_list();
  nodes_.attributes({});
  nodes_.begin_list();
  const auto write_one = [&](const Block* cell, std::size_t span) {
    nodes_.begin_list();
    nodes_.attributes({});
    nodes_.empty("AlignDefault");
    nodes_.number(1);
    nodes_.number(static_cast<std::uint32_t>(span));
    nodes_.begin_list();
    if (cell != nullptr) write_content(*cell, "Plain");
    nodes_.end_list();
    nodes_.end_list();
  };
  for (const Block& cell : row.children) write_one(&cell, 1);
  // One cell for all that is missing: a short row in a wide table costs nothing.
  const std::size_t missing = columns - row.children.size();
  if (missing > 0) write_one(nullptr, missing);
  nodes_.end_list();
  nodes_.end_list();
}

void BlockWriter::write_code(const Block& code) {
  nodes_.open("CodeBlock");
  nodes_.attributes({"", {language_class(code.label.value_or(""))}, ""});
  std::string_view text = code.text;
  if (text.ends_with('\n')) text.remove_suffix(1);  // pandoc's readers leave the last line end out
  nodes_.string(text);
  nodes_.close();
}

void BlockWriter::write_displayed_formula(const Block& formula) {
  nodes_.open("Para");
  write_math(state_, nodes_, formula, 0, formula.text, true);
  nodes_.close();
}

}  // namespace galpi::exporters::pandoc
