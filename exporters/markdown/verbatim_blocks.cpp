// Blocks whose lines are written as they are, and footnotes.
#include <algorithm>
#include <string>

#include "atoms.hpp"
#include "blocks.hpp"

namespace galpi::exporters::markdown {
namespace {

using model::Block;

/// The first word or words of a code block's label that an info string can hold.
std::string info_string(const Block& block) {
  std::string info = block.label.value_or("");
  for (char& c : info) {
    if (c == '\n' || c == '\r' || c == '`') c = ' ';
  }
  info.erase(info.find_last_not_of(" \t") + 1);
  info.erase(0, std::min(info.find_first_not_of(" \t"), info.size()));
  return info;
}

bool consists_of(std::string_view line, std::string_view characters) {
  return line.find_first_not_of(characters) == std::string_view::npos;
}

/// Whether cmark, which sees a formula as a paragraph, would begin or end a block with this line.
/// As a continuation indented by four it cannot (CommonMark §4.4, §4.8).
bool opens_block(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos) return false;
  line.remove_prefix(start);
  const auto is_before_space = [&](std::size_t at) {
    return at >= line.size() || line[at] == ' ' || line[at] == '\t';
  };
  const char first = line[0];
  if (first == '>' || first == '<' || line.starts_with("```") || line.starts_with("~~~")) {
    return true;
  }
  if (first == '#') return is_before_space(line.find_first_not_of('#'));
  if (std::string_view("-+*").contains(first) && is_before_space(1)) return true;
  // Underlines of headings, rules, and the line below the head of a table.
  if (consists_of(line, "= ") || consists_of(line, "* ") || consists_of(line, "_ ")) return true;
  if (consists_of(line, "-:| ")) return true;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         is_before_space(digits + 1);
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

void write_fenced(LineWriter& lines, std::string_view info, std::string_view content) {
  const std::string fence(std::max<std::size_t>(3, longest_run(content, '`') + 1), '`');
  lines.write(fence + std::string(info));
  if (!content.empty()) lines.write(content);
  lines.write(fence);
}

}  // namespace

void BlockWriter::write_code(const Block& block) {
  lines_.begin_block();
  write_fenced(lines_, info_string(block), block.text);
  after_plain_ = false;
}

void BlockWriter::write_formula(const Block& block) {
  lines_.begin_block();
  after_plain_ = false;
  // GitHub's fence for what no pair of `$$` can hold.
  if (block.text.contains("$$") || is_blank(block.text)) {
    return write_fenced(lines_, "math", block.text);
  }
  lines_.write("$$");
  std::string_view rest = block.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (!is_blank(line)) lines_.write((opens_block(line) ? "    " : "") + std::string(line));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  lines_.write("$$");
}

void BlockWriter::write_footnotes(const Block& list) {
  for (const Block& item : list.children) {
    lines_.begin_block();
    const std::string label = item.label.value_or("");
    if (!is_footnote_label(label)) {
      write_content(item, "");
      continue;
    }
    enter_item("[^" + footnotes_.prefix + label + "]: ", "    ");
    write_content(item, "");
    lines_.leave();
  }
  after_plain_ = false;
}

}  // namespace galpi::exporters::markdown
