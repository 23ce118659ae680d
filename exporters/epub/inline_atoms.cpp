// The parts of InlineWriter that write something whole: code, formulas, images, references to notes
// and the English names of terms.
#include <fmt/format.h>

#include <algorithm>

#include "galpi/model/reading.hpp"
#include "galpi/text/scripts.hpp"
#include "inline_text.hpp"
#include "language.hpp"
#include "mathml.hpp"
#include "naming/links.hpp"

namespace galpi::exporters::epub {

using model::Mark;
using model::MarkType;

void InlineWriter::write_atom(const Mark& mark, std::string_view content) {
  if (mark.type == MarkType::code) {
    xml_.start("code");
    xml_.attributes(R"(translate="no")");
    write_lines(content);
    xml_.end();
  } else if (mark.type == MarkType::math) {
    write_formula(mark.start, content);
  } else if (mark.type == MarkType::image) {
    write_image(mark, content);
  } else {
    write_footnote_reference(mark, content);
  }
}

void InlineWriter::write_formula(std::uint32_t offset, std::string_view tex) {
  const auto& formulas = state_.book.edition.mathml;
  const auto found = formulas.find("i:" + std::string(tex));
  if (found != formulas.end()) {
    if (write_mathml(xml_, found->second, tex, false)) {
      state_.has_mathml = true;
      return;
    }
    state_.report(DiagnosticCode::math_unsupported, *block_, offset,
                  "the MathML of a formula holds more than formulas may; shown as source");
  }
  write_tex(xml_, tex);
}

void InlineWriter::write_translation(std::string_view english) {
  model::read_translation(
      english, *block_, [&](std::string_view text) { xml_.text(text); },
      [&](std::string_view tex, const Mark&) { write_formula(block_->marks.front().start, tex); });
}

void InlineWriter::write_image(const Mark& mark, std::string_view alternative) {
  if (const model::ImageAsset* asset = state_.book.image(mark.url)) {
    xml_.start("img");
    xml_.attribute("src", {"images/", asset->file_name}).attribute("alt", alternative);
    xml_.end();
    return;
  }
  const auto href = outside_href(mark.url);
  if (!href.has_value() || is_inside_link()) return write_unmarked(alternative);
  xml_.start("a");
  xml_.attribute("href", *href);
  write_tagged_content(xml_, alternative.empty() ? std::string_view(mark.url) : alternative);
  xml_.end();
}

// The link itself has no child elements: Apple Books opens only such ones as pop-ups.
void InlineWriter::write_footnote_reference(const Mark& mark, std::string_view shown) {
  const auto found = state_.footnotes.find(std::string(model::footnote_label(mark.url)));
  if (found == state_.footnotes.end() || is_inside_link()) return write_unmarked(shown);
  Footnote& note = found->second;
  ++note.references;
  xml_.start("a");
  xml_.attributes(R"(class="noteref" epub:type="noteref" role="doc-noteref")")
      .attribute("href", {"#", note.id})
      .attribute("id", note.references == 1 ? note.id + "-ref"
                                            : fmt::format("{}-ref{}", note.id, note.references));
  xml_.text(fmt::format("[{}]", note.number));
  xml_.end();
}

void InlineWriter::write_unmarked(std::string_view text) {
  if (tagged_ > 0) {
    xml_.text(text);
  } else {
    write_tagged(xml_, text);
  }
}

void InlineWriter::write_term_note_reference(const TermAnchor& term) {
  state_.pending_terms.push_back(term.concept_index);
  const std::string_view shown = text_.substr(term.start, term.end - term.start);
  xml_.start("a");
  xml_.attributes(R"(class="term" epub:type="noteref" role="doc-noteref")")
      .attribute("href", {"#", state_.note_id(term.concept_index)})
      .attribute("id", state_.reference_id(term.concept_index));
  if (tagged_ == 0 && is_one_run(term.start, term.end)) mark_english(xml_);
  xml_.text(shown);
  xml_.end();
}

// Right behind the term, without a space: a space would part the term from its particle.
void InlineWriter::write_gloss(std::uint32_t concept_index) {
  xml_.text("(");
  xml_.start("span");
  xml_.attributes(R"(class="gloss")");
  mark_english(xml_);
  xml_.text(state_.book.edition.glossary.concepts[concept_index].english);
  xml_.end();
  xml_.text(")");
}

void InlineWriter::write_atoms(std::size_t from, std::size_t to) {
  tagged_ = 0;
  const std::vector<Mark>& marks = block_->marks;
  for (std::size_t i = first_mark_from(from); i < marks.size() && marks[i].start < to; ++i) {
    if (marks[i].type != MarkType::footnote && marks[i].type != MarkType::image) continue;
    const std::size_t end = std::min<std::size_t>(marks[i].end, text_.size());
    write_atom(marks[i], text_.substr(marks[i].start, end - marks[i].start));
  }
}

}  // namespace galpi::exporters::epub
