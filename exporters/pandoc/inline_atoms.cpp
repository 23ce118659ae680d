// The parts of InlineText that write something whole: code, formulas, images and footnotes.
#include <algorithm>
#include <string>

#include "blocks.hpp"
#include "galpi/model/reading.hpp"
#include "inline_text.hpp"
#include "math/plain_formula.hpp"
#include "naming/links.hpp"

namespace galpi::exporters::pandoc {
namespace {

using model::Mark;
using model::MarkType;

void write_code(NodeWriter& nodes, std::string_view class_name, std::string_view content) {
  std::string line(content);  // inline code is one line in every format
  std::ranges::replace(line, '\n', ' ');
  nodes.open("Code");
  nodes.attributes({"", {class_name}, ""});
  nodes.string(line);
  nodes.close();
}

}  // namespace

void write_math(DayState& state, NodeWriter& nodes, const model::Block& block, std::uint32_t offset,
                std::string_view tex, bool is_displayed) {
  if (!math::is_plain_formula(tex)) {
    state.report(DiagnosticCode::math_unsupported, block, offset,
                 "a formula holds more than formulas may; shown as source");
    return write_code(nodes, "math", tex);
  }
  nodes.open("Math");
  nodes.empty(is_displayed ? "DisplayMath" : "InlineMath");
  nodes.string(tex);
  nodes.close();
}

void InlineText::write_atom(const Mark& mark, std::string_view content) {
  switch (mark.type) {
    case MarkType::code:
      return write_code(list_.atom(), "", content);
    case MarkType::math:
      return write_formula(mark.start, content);
    case MarkType::image:
      return write_image(mark, content);
    default:
      return write_footnote(mark, content);
  }
}

void InlineText::write_formula(std::uint32_t offset, std::string_view tex) {
  write_math(state_, list_.atom(), *block_, offset, tex, false);
}

void InlineText::write_translation(std::string_view english) {
  model::read_translation(
      english, *block_, [&](std::string_view text) { list_.text(text); },
      [&](std::string_view tex, const Mark&) { write_formula(block_->marks.front().start, tex); });
}

void InlineText::write_image(const Mark& mark, std::string_view alternative) {
  if (const model::ImageAsset* asset = state_.book.image(mark.url)) {
    NodeWriter& nodes = list_.atom();
    nodes.open("Image");
    nodes.attributes({});
    nodes.begin_list();
    InlineList shown(nodes);
    shown.text(alternative);
    shown.finish();
    nodes.end_list();
    const bool is_file = state_.book.options.images == PandocImages::files;
    nodes.target(is_file ? asset->file_name : asset->url);
    nodes.close();
    return;
  }
  const auto href = outside_href(mark.url);
  if (!href.has_value() || is_inside_link()) {
    return write_tagged_text(state_.book, list_, alternative);
  }
  list_.open_link(*href);
  list_.text(alternative.empty() ? std::string_view(mark.url) : alternative);
  list_.close();
}

void InlineText::write_footnote(const Mark& mark, std::string_view shown) {
  const auto found = state_.footnotes.find(std::string(model::footnote_label(mark.url)));
  if (found == state_.footnotes.end() || found->second.is_written || state_.in_note ||
      is_inside_link()) {
    return list_.text(shown);  // a second reference to a note cannot be said in pandoc's tree
  }
  found->second.is_written = true;
  state_.in_note = true;
  NodeWriter& nodes = list_.atom();
  nodes.open("Note");
  BlockWriter(state_).write_note(*found->second.item);
  nodes.close();
  state_.in_note = false;
}

void InlineText::write_atoms(std::size_t from, std::size_t to) {
  const std::vector<Mark>& marks = block_->marks;
  for (std::size_t i = first_mark_from(from); i < marks.size() && marks[i].start < to; ++i) {
    if (marks[i].type != MarkType::footnote && marks[i].type != MarkType::image) continue;
    const std::size_t end = std::min<std::size_t>(marks[i].end, text_.size());
    const std::size_t start = std::min<std::size_t>(marks[i].start, end);
    write_atom(marks[i], text_.substr(start, end - start));
  }
}

}  // namespace galpi::exporters::pandoc
