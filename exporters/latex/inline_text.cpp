#include "inline_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "galpi/model/reading.hpp"
#include "galpi/text/utf8.hpp"
#include "math/safe_math.hpp"
#include "naming/links.hpp"

namespace galpi::exporters::latex {
namespace {

using model::Mark;
using model::MarkType;

// Deeper marks are read over: no author nests so deep, and TeX's own nesting stays bounded.
constexpr std::size_t most_marks = 16;

std::string_view command_of(MarkType type) {
  switch (type) {
    case MarkType::emphasis:
      return "\\galpiemph{";
    case MarkType::strong:
      return "\\textbf{";
    case MarkType::strikethrough:
      return "\\galpistrike{";
    case MarkType::superscript:
      return "\\textsuperscript{";
    case MarkType::subscript:
      return "\\textsubscript{";
    case MarkType::link:
    case MarkType::code:
    case MarkType::math:
    case MarkType::image:
    case MarkType::footnote:
      break;
  }
  return {};
}

std::string_view slice(const model::Block& block, const Mark& mark) {
  const std::size_t end = std::min<std::size_t>(mark.end, block.text.size());
  const std::size_t start = std::min<std::size_t>(mark.start, end);
  return std::string_view(block.text).substr(start, end - start);
}

}  // namespace

std::vector<model::TermAnchor> InlineWriter::find_terms(const model::Block& block, std::size_t from,
                                                        std::size_t to) {
  std::vector<model::TermAnchor> terms;
  const auto* const mentions = state_.mentions(block);
  if (mentions == nullptr) return terms;
  std::vector<text::ByteRange> solid;
  model::find_solid_ranges(block.marks, solid);
  const auto take_link = [&](const model::Mention& mention) {
    const std::uint32_t index = mention.concept_index;
    if (state_.linked[index] == state_.part || document_.term_anchor(index).empty() ||
        model::touches(solid, mention)) {
      return false;
    }
    state_.linked[index] = state_.part;
    return true;
  };
  model::find_term_anchors(*mentions, document_.edition.glossary, from, to, take_link, terms);
  return terms;
}

void InlineWriter::write(const model::Block& block, std::size_t from, std::size_t to) {
  unbroken_ = 0;
  to = std::min(to, block.text.size());
  const std::vector<model::TermAnchor> terms = find_terms(block, from, to);
  std::vector<std::size_t> cuts{from, to};
  const auto cut = [&](std::size_t at) {
    if (at > from && at < to) cuts.push_back(at);
  };
  for (const Mark& mark : block.marks) {
    cut(mark.start);
    cut(mark.end);
  }
  for (const model::TermAnchor& term : terms) {
    cut(term.start);
    cut(term.end);
  }
  std::ranges::sort(cuts);
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::size_t atoms_end = from;  // what is part of an atom is written with it
  std::size_t next_mark = 0;
  std::vector<const Mark*> active;  // what holds at `start`, outermost first
  std::size_t next_term = 0;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const std::size_t start = cuts[i];
    std::erase_if(active, [&](const Mark* mark) { return mark->end <= start; });
    for (; next_mark < block.marks.size() && block.marks[next_mark].start <= start; ++next_mark) {
      const Mark& mark = block.marks[next_mark];
      const bool is_empty_image = mark.type == MarkType::image && mark.start == mark.end;
      if (!model::is_atom(mark.type)) {
        if (mark.end > start && active.size() < most_marks) active.push_back(&mark);
        continue;
      }
      if (mark.start < std::max(from, atoms_end)) continue;
      if (mark.start >= to && !(is_empty_image && to == block.text.size())) continue;
      write_atom(block, mark);
      atoms_end = std::max<std::size_t>(atoms_end, mark.end);
    }
    if (i + 1 == cuts.size()) break;
    const std::size_t end = cuts[i + 1];
    while (next_term < terms.size() && terms[next_term].end <= start) ++next_term;
    const model::TermAnchor* const term =
        next_term < terms.size() && terms[next_term].start <= start ? &terms[next_term] : nullptr;
    if (start >= atoms_end) write_piece(block, active, {start, end}, term);
    if (term != nullptr && term->end == end && term->is_gloss) {
      document_.add("(");
      document_.add_text(document_.edition.glossary.concepts[term->concept_index].english);
      document_.add(")");
    }
  }
}

void InlineWriter::write_piece(const model::Block& block, const std::vector<const Mark*>& active,
                               Piece piece, const model::TermAnchor* term) {
  std::size_t open = 0;
  bool has_link = false;
  for (const Mark* mark : active) {
    if (mark->type != MarkType::link) {
      document_.add(command_of(mark->type));
      ++open;
    } else if (!has_link) {
      has_link = document_.open_link(mark->url);
      if (has_link) {
        ++open;
      } else if (mark->start == piece.start) {
        state_.report(DiagnosticCode::link_relative, block, mark->start,
                      "a link that leads nowhere in a book was made plain text: " +
                          quote_for_message(mark->url));
      }
    }
  }
  if (term != nullptr && term->is_link) {
    ++open;
    if (term->start == piece.start) {
      document_.add(fmt::format("\\galpiterm{{{}}}{{{}}}{{",
                                document_.take_place(term->concept_index),
                                document_.term_anchor(term->concept_index)));
    } else {
      document_.add(fmt::format("\\hyperlink{{{}}}{{", document_.term_anchor(term->concept_index)));
    }
  }
  write_lines(std::string_view(block.text).substr(piece.start, piece.end - piece.start));
  document_.add(std::string(open, '}'));
}

void InlineWriter::write_atom(const model::Block& block, const Mark& mark) {
  const std::string_view content = slice(block, mark);
  if (mark.type == MarkType::code) {
    document_.add("\\galpicode{");
    write_lines(content);
    document_.add("}");
  } else if (mark.type == MarkType::math) {
    write_formula(block, mark.start, content);
  } else if (mark.type == MarkType::image) {
    write_image(mark, content);
  } else {
    const auto found = state_.footnotes.find(std::string(model::footnote_label(mark.url)));
    if (found == state_.footnotes.end()) return write_lines(content);
    document_.add(fmt::format("\\hyperlink{{{}}}{{\\galpinote{{{}}}}}",
                              state_.footnote_anchor(found->first), found->second));
  }
}

void InlineWriter::write_formula(const model::Block& block, std::uint32_t offset,
                                 std::string_view tex) {
  // A formula that long would rather be made smaller than run out of the line.
  constexpr std::size_t longest_formula = 160;
  const auto formula = math::safe_math(tex);
  if (!formula.has_value()) {
    state_.report(DiagnosticCode::math_unsupported, block, offset,
                  "a formula holds what formulas may not, or is not well-formed; shown as source");
    document_.add("\\galpicode{");
    write_lines(tex);
    document_.add("}");
    return;
  }
  const bool is_long = tex.size() > longest_formula || formula->contains("\\begin{");
  document_.add(is_long ? "\\galpifit{\\(" : "\\(");
  document_.add(*formula);
  document_.add(is_long ? "\\)}" : "\\)");
}

void InlineWriter::write_image(const Mark& mark, std::string_view alternative) {
  if (const model::ImageAsset* asset = document_.image(mark.url)) {
    document_.add("\\galpiimage{" + document_.options.image_folder + asset->file_name + "}{");
    document_.add_text(alternative);
    return document_.add("}");
  }
  const bool is_link = document_.open_link(mark.url);
  write_lines(alternative.empty() ? std::string_view(mark.url) : alternative);
  if (is_link) document_.add("}");
}

void InlineWriter::write_in_book_language(const model::Block& block) {
  const auto* const sentences = state_.translations(block);
  if (sentences == nullptr || !document_.labels.english) return write(block);
  bool is_first = true;
  for (const model::Sentence& sentence : *sentences) {
    if (!is_first) document_.add(" ");
    is_first = false;
    if (sentence.translation.empty()) {
      write(block, sentence.start, sentence.end);
    } else {
      write_translation(block, sentence.translation);
      write_atoms(block, sentence.start, sentence.end);
    }
  }
}

void InlineWriter::write_translations(const model::Block& block,
                                      const std::vector<model::Sentence>& sentences) {
  bool is_first = true;
  for (const model::Sentence& sentence : sentences) {
    if (sentence.translation.empty()) continue;
    if (!is_first) document_.add(" ");
    is_first = false;
    write_translation(block, sentence.translation);
  }
}

void InlineWriter::write_atoms(const model::Block& block, std::size_t from, std::size_t to) {
  for (const Mark& mark : block.marks) {
    if (mark.start < from || mark.start >= to) continue;
    if (mark.type == MarkType::footnote || mark.type == MarkType::image) write_atom(block, mark);
  }
}

void InlineWriter::write_translation(const model::Block& block, std::string_view english) {
  unbroken_ = 0;
  model::read_translation(
      english, block, [&](std::string_view text) { write_lines(text); },
      [&](std::string_view tex, const Mark& formula) { write_formula(block, formula.start, tex); });
}

void InlineWriter::write_lines(std::string_view text) {
  for (;;) {
    const std::size_t end = text.find('\n');
    write_words(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
    // Only between lines: TeX refuses to end a line that has not begun.
    document_.add("\\galpinewline{}");
    unbroken_ = 0;
  }
}

// Lines break between words. A word that no line may hold gets places to break of its own: behind
// punctuation, and else wherever it grows too long.
void InlineWriter::write_words(std::string_view line) {
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(end);
    const std::size_t columns = columns_of(word);
    if (unbroken_ + columns <= longest_word_) {
      document_.add_word(word);
      unbroken_ += columns;
    } else {
      document_.add_long_word(word, longest_word_, unbroken_);
    }
    const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
    if (spaces > 0) {
      document_.add_space();
      unbroken_ = 0;
    }
    line.remove_prefix(spaces);
  }
}

}  // namespace galpi::exporters::latex
