// The parts of BlockWriter that are not running text: tables, code, displayed formulas, figures.
#include <string>

#include "blocks.hpp"
#include "mathml.hpp"
#include "naming/links.hpp"

namespace galpi::exporters::epub {
namespace {

using model::Block;

// A class is one token of letters that no reading system trips over.
std::string language_class(std::string_view language) {
  std::string name = "language-";
  for (const char c : language.substr(0, 32)) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                          (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    if (!is_plain) break;
    name += c;
  }
  return name;
}

bool is_alignment(std::string_view label) {
  return label == "left" || label == "center" || label == "right";
}

}  // namespace

void BlockWriter::write_table(const Block& table) {
  // The division scrolls or shrinks on its own: a wide table never widens the page.
  const auto division = xml_.element("div");
  xml_.attribute("class", "table");
  const auto element = xml_.element("table");
  for (std::size_t i = 0; i < table.children.size(); ++i) {
    if (i < 2) {
      xml_.line();
      xml_.start(i == 0 ? "thead" : "tbody");
    }
    xml_.line();
    write_row(table.children[i], i == 0);
    if (i == 0 || i + 1 == table.children.size()) {
      xml_.line();
      xml_.end();
    }
  }
  xml_.line();
}

void BlockWriter::write_row(const Block& row, bool is_head) {
  const auto element = xml_.element("tr");
  for (const Block& cell : row.children) {
    const auto content = xml_.element(is_head ? "th" : "td");
    if (is_head) xml_.attribute("scope", "col");
    if (cell.label.has_value() && is_alignment(*cell.label)) xml_.attribute("class", *cell.label);
    write_content(cell);
  }
}

void BlockWriter::write_code(const Block& code) {
  const auto outer = xml_.element("pre");
  const auto inner = xml_.element("code");
  if (code.label.has_value() && !code.label->empty()) {
    xml_.attribute("class", language_class(*code.label));
  }
  // Translating readers leave code alone; no language tag: it is none.
  xml_.attribute("translate", "no");
  xml_.text(code.text);
}

void BlockWriter::write_displayed_formula(const Block& formula) {
  const auto element = xml_.element("div");
  xml_.attribute("class", "formula");
  const auto& formulas = state_.book.edition.mathml;
  const auto found = formulas.find("d:" + formula.text);
  if (found != formulas.end()) {
    if (write_mathml(xml_, found->second, formula.text, true)) {
      state_.has_mathml = true;
      return;
    }
    state_.report(DiagnosticCode::math_unsupported, formula, 0,
                  "the MathML of a formula holds more than formulas may; shown as source");
  }
  write_tex(xml_, formula.text);
}

void BlockWriter::write_figure(const Block& image) {
  const bool is_there =
      !image.marks.empty() && state_.book.image(image.marks.front().url) != nullptr;
  const auto element = xml_.element(is_there ? "figure" : "p");
  if (!is_there) xml_.attribute("class", "no-image");
  inline_.set_block(image);
  inline_.write(0, image.text.size(), false);
}

}  // namespace galpi::exporters::epub
