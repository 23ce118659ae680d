#include "blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "galpi/text/utf8.hpp"
#include "math/safe_math.hpp"

namespace galpi::exporters::latex {
namespace {

using model::Block;
using model::BlockType;

// TeX's groups nest 255 deep; what is deeper than this stays at this indent.
constexpr unsigned most_depth = 40;

// A run of code that no line holds is broken there.
constexpr std::size_t code_columns = 24;

std::optional<std::uint64_t> first_number(const Block& list) {
  if (!list.label.has_value() || list.label->empty() || list.label->size() > 9) return std::nullopt;
  std::uint64_t number = 0;
  const char* const end = list.label->data() + list.label->size();
  const auto [stop, error] = std::from_chars(list.label->data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

}  // namespace

void BlockWriter::write(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) write_block(block);
}

void BlockWriter::mark_place(const Block& block) {
  if (block.at.line > 0) document_.add(fmt::format("\\galpiat{{{}}}", block.at.line));
}

void BlockWriter::write_block(const Block& block) {
  switch (block.type) {
    case BlockType::paragraph:
    case BlockType::html:
      return write_paragraph(block);
    case BlockType::point:
      return write_point(block);
    case BlockType::list:
      return block.label == "footnotes" ? write_footnotes(block) : write_list(block);
    case BlockType::quote:
      return write_quote(block);
    case BlockType::table:
      return write_table(block);
    case BlockType::code:
      return write_code(block);
    case BlockType::math:
      return write_displayed_formula(block);
    case BlockType::image:
      return write_figure(block);
    case BlockType::rule:
      return document_.add("\\galpirule\n\n");
    case BlockType::item:
    case BlockType::row:
    case BlockType::cell:
      break;
  }
  // Parts of lists and tables that stand alone: only damaged input has them. Their text is kept.
  write_paragraph(block);
}

void BlockWriter::write_paragraph(const Block& block) {
  mark_place(block);
  write_content(block);
}

void BlockWriter::write_point(const Block& point) {
  mark_place(point);
  if (point.label.has_value()) {
    document_.add("\\galpipoint{");
    document_.add_text(point_label(document_.labels, *point.label));
    document_.add("} ");
    write_content(point);
  } else {
    write_indented(point, "\\textbullet");
  }
}

void BlockWriter::write_list(const Block& list) {
  std::optional<std::uint64_t> number = first_number(list);
  for (const Block& item : list.children) {
    if (item.label == "[ ]" || item.label == "[x]") {
      write_indented(item, "\\galpicode{" + *item.label + "}");
    } else if (number.has_value()) {
      write_indented(item, fmt::format("{}.", (*number)++));
    } else {
      write_indented(item, "\\textbullet");
    }
  }
}

void BlockWriter::write_indented(const Block& item, const std::string& marker) {
  const bool is_deep = depth_ >= most_depth;
  ++depth_;
  if (!is_deep) document_.add("\\begin{galpiindent}\n");
  mark_place(item);
  document_.add("\\galpiitem{" + marker + "} ");
  write_content(item);
  if (!is_deep) document_.add("\\end{galpiindent}\n\n");
  --depth_;
}

void BlockWriter::write_footnotes(const Block& list) {
  document_.add("\\begin{galpinotes}\n");
  for (const Block& item : list.children) {
    const std::string label = item.label.value_or("");
    const auto found = state_.footnotes.find(label);
    const std::size_t number = found == state_.footnotes.end() ? 0 : found->second;
    mark_place(item);
    document_.add(
        fmt::format("\\galpinotetext{{{}}}{{{}}} ", state_.footnote_anchor(label), number));
    write_content(item);
  }
  document_.add("\\end{galpinotes}\n\n");
}

void BlockWriter::write_quote(const Block& quote) {
  const bool is_deep = depth_ >= most_depth;
  ++depth_;
  if (!is_deep) document_.add("\\begin{galpiquote}\n");
  write_content(quote);
  if (!is_deep) document_.add("\\end{galpiquote}\n\n");
  --depth_;
}

void BlockWriter::write_content(const Block& block) {
  if (!block.text.empty() || !block.marks.empty()) {
    inline_.write_in_book_language(block);
    const auto* const english = state_.translations_below(block);
    document_.add(english != nullptr ? "\\galpikeep\n\n" : "\\galpipar\n\n");
    if (english != nullptr) {
      document_.add("\\begin{galpienglish}\n");
      inline_.write_translations(block, *english);
      document_.add("\\galpipar\n\\end{galpienglish}\n\n");
    }
  }
  write(block.children);
}

void BlockWriter::write_table(const Block& table) {
  mark_place(table);
  write_table_rows(state_, table);
}

void BlockWriter::write_code(const Block& code) {
  mark_place(code);
  document_.add("\\begin{galpilisting}\n");
  std::string_view rest = code.text;
  while (rest.ends_with('\n')) rest.remove_suffix(1);
  for (;;) {
    const std::size_t end = rest.find('\n');
    document_.add("\\galpicodeline{");
    std::string_view line = rest.substr(0, end);
    std::size_t column = 0;
    for (std::size_t offset = 0; offset < line.size(); ++column) {
      const std::size_t start = offset;
      const char32_t c = text::next_code_point(line, offset);
      if (c == ' ' || c == '\t') {
        document_.add(c == ' ' ? "\\galpispace{}" : "\\galpispace{}\\galpispace{}");
        if (column > code_columns) document_.add_break();
        continue;
      }
      document_.add_word(line.substr(start, offset - start));
      if (column % code_columns == code_columns - 1) document_.add_break();
    }
    document_.add("}\n");
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  document_.add("\\end{galpilisting}\n\n");
}

void BlockWriter::write_displayed_formula(const Block& formula) {
  mark_place(formula);
  if (const auto math = math::safe_math(formula.text)) {
    document_.add("\\galpidisplay{");
    document_.add(*math);
    return document_.add("}\\galpipar\n\n");
  }
  state_.report(DiagnosticCode::math_unsupported, formula, 0,
                "a formula holds what formulas may not, or is not well-formed; shown as source");
  write_code(formula);
}

void BlockWriter::write_figure(const Block& image) {
  mark_place(image);
  const bool is_shown = std::ranges::any_of(image.marks, [&](const model::Mark& mark) {
    return mark.type == model::MarkType::image && document_.image(mark.url) != nullptr;
  });
  document_.add("\\begin{galpifigure}\n");
  inline_.write(image);
  if (is_shown && !image.text.empty()) {
    document_.add("\\par\n\\galpicaption{");
    document_.add_text(image.text);
    document_.add("}");
  }
  document_.add("\n\\end{galpifigure}\\galpipar\n\n");
  write(image.children);
}

}  // namespace galpi::exporters::latex
