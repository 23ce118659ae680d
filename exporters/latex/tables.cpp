// Tables: columns as wide as their text asks for, within the line; longtable, so that pages break.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "blocks.hpp"

namespace galpi::exporters::latex {
namespace {

using model::Block;

// More columns than this are no table on a page: each row becomes a list of `head: cell`.
constexpr std::size_t most_columns = 10;
// Columns of text that a line of each paper holds in the table's smaller type.
constexpr std::size_t line_columns(Paper paper) { return paper == Paper::a4 ? 84 : 74; }

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    longest = std::max(longest, columns_of(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

/// What a cell says, above in the book's language and below in English, without marks.
struct CellText {
  std::string above;
  std::string below;
};

CellText text_of(const DayState& state, const Block& cell) {
  const auto* const sentences = state.translations(cell);
  if (sentences == nullptr) return {cell.text, ""};
  const bool is_below = state.translations_below(cell) != nullptr;
  std::string english;
  for (const model::Sentence& sentence : *sentences) {
    if (!english.empty()) english += ' ';
    if (!sentence.translation.empty()) {
      english += sentence.translation;
    } else if (!is_below) {
      english += std::string_view(cell.text).substr(
          std::min<std::size_t>(sentence.start, cell.text.size()), sentence.end - sentence.start);
    }
  }
  return is_below ? CellText{cell.text, english} : CellText{english, ""};
}

struct Column {
  std::size_t narrowest = 3;  ///< of its longest word
  std::size_t widest = 3;     ///< of its longest cell
  std::size_t width = 0;
};

std::vector<Column> columns_of_table(const DayState& state, const Block& table,
                                     std::size_t available) {
  std::vector<Column> columns;
  for (const Block& row : table.children) {
    columns.resize(std::max(columns.size(), row.children.size()));
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const CellText cell = text_of(state, row.children[i]);
      for (const std::string& text : {cell.above, cell.below}) {
        columns[i].narrowest = std::max(columns[i].narrowest, longest_word(text) + 2);
        columns[i].widest = std::max(columns[i].widest, columns_of(text) + 2);
      }
    }
  }
  std::size_t wanted = 0;
  for (const Column& column : columns) wanted += column.widest;
  if (wanted <= available) {
    for (Column& column : columns) column.width = column.widest;
    return columns;
  }
  // Each gets its longest word if that is a fair share; what is left goes by the length of cells.
  const std::size_t share = available / std::max<std::size_t>(columns.size(), 1);
  std::size_t left = available;
  std::size_t missing = 0;
  for (Column& column : columns) {
    column.width = std::min({column.narrowest, column.widest, share});
    left -= column.width;
    missing += column.widest - column.width;
  }
  for (Column& column : columns) {
    if (missing > 0) column.width += left * (column.widest - column.width) / missing;
  }
  return columns;
}

std::string_view alignment_of(const Block& head, std::size_t column) {
  if (column >= head.children.size()) return "\\raggedright";
  const auto& label = head.children[column].label;
  if (label == "right") return "\\raggedleft";
  return label == "center" ? "\\centering" : "\\raggedright";
}

class TableWriter {
 public:
  TableWriter(DayState& state, const Block& table)
      : state_(state),
        document_(state.document),
        table_(table),
        available_(line_columns(state.document.options.paper)),
        columns_(columns_of_table(state, table, available_)),
        has_english_below_(std::ranges::any_of(table.children, [&](const Block& row) {
          return std::ranges::any_of(row.children, [&](const Block& cell) {
            return state.translations_below(cell) != nullptr;
          });
        })) {}

  void write() {
    if (table_.children.empty() || columns_.empty()) return;
    if (columns_.size() > most_columns) return write_as_list();
    document_.add("\\begin{galpitable}{");
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      // What lies between columns is taken from each.
      document_.add(
          fmt::format("G{{{}}}{{{:.4f}}}", alignment_of(table_.children.front(), i),
                      static_cast<double>(columns_[i].width) / static_cast<double>(available_)));
    }
    document_.add("}\n\\toprule\n");
    write_row(table_.children.front(), true);
    document_.add("\\midrule\\endhead\n");
    for (std::size_t i = 1; i < table_.children.size(); ++i) {
      if (i > 1)
        document_.add(has_english_below_ ? "\\galpinextrow{.4em}\n" : "\\galpinextrow{0pt}\n");
      write_row(table_.children[i], false);
    }
    document_.add("\\bottomrule\n\\end{galpitable}\n\n");
  }

 private:
  void write_row(const Block& row, bool is_head) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) document_.add(" & ");
      if (i >= row.children.size()) continue;
      if (is_head) document_.add("\\galpihead ");
      InlineWriter writer(state_, std::max<std::size_t>(columns_[i].width, 4) - 1);
      writer.write_in_book_language(row.children[i]);
      write_english(writer, row.children[i], "\\par");
    }
    document_.add(" \\tabularnewline\n");
  }

  /// `before`: what leads from a cell's Korean to its English, if there is any.
  void write_english(InlineWriter& writer, const Block& cell, std::string_view before) {
    const auto* const sentences = state_.translations_below(cell);
    if (sentences == nullptr) return;
    document_.add(before);
    document_.add("\\galpicellenglish{");
    writer.write_translations(cell, *sentences);
    document_.add("}");
  }

  void write_as_list() {
    const Block& head = table_.children.front();
    if (table_.children.size() == 1) write_list_row(head, head);
    for (std::size_t r = 1; r < table_.children.size(); ++r) {
      write_list_row(head, table_.children[r]);
    }
  }

  void write_list_row(const Block& head, const Block& row) {
    InlineWriter writer(state_);
    document_.add("\\galpilistrow\n");
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      document_.add("\\galpilistcell{");
      if (&row != &head && i < head.children.size() && !head.children[i].text.empty()) {
        document_.add("\\textbf{");
        writer.write_in_book_language(head.children[i]);
        write_english(writer, head.children[i], " ");
        document_.add(":} ");
      }
      writer.write_in_book_language(row.children[i]);
      write_english(writer, row.children[i], " ");
      document_.add("}\n");
    }
    document_.add("\\galpipar\n\n");
  }

  DayState& state_;
  Document& document_;
  const Block& table_;
  std::size_t available_;
  std::vector<Column> columns_;
  bool has_english_below_;
};

}  // namespace

void write_table_rows(DayState& state, const Block& table) { TableWriter(state, table).write(); }

}  // namespace galpi::exporters::latex
