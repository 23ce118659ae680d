// What all parts of one LaTeX document share: the edition, the words and names, and the text so
// far.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/exporters/latex.hpp"
#include "galpi/markup/escape.hpp"
#include "galpi/model/edition.hpp"
#include "naming/ids.hpp"
#include "naming/labels.hpp"

namespace galpi::exporters::latex {

/// How wide a text is, in columns of a Latin letter each.
std::size_t columns_of(std::string_view text);

/// `edition`, `options` and `diagnostics` must outlive the document.
class Document {
 public:
  Document(const model::Edition& edition, const LatexOptions& options, DiagnosticSink& diagnostics);

  const model::Edition& edition;
  const LatexOptions& options;
  const Labels& labels;
  DiagnosticSink& diagnostics;
  std::vector<DayAddress> days;
  std::string text;

  void add(std::string_view commands) { text += commands; }
  /// Text of the edition: nothing in it is a command. Words that no line may hold can be broken.
  void add_text(std::string_view plain);
  /// A word, or part of one, that stays as it is.
  void add_word(std::string_view plain) {
    markup::escape_to(text, plain, markup::Context::latex_text);
  }
  /// A space, and a place where a line may break within a word or in code. Both end the line of
  /// the source now and then: TeX reads no line of more than 200,000 bytes.
  void add_space();
  void add_break();
  /// What comes now may be the start of a file of its own.
  void begin_part() { line_start_ = text.size(); }
  /// Breaks behind punctuation, and else wherever the word grows too long: half of `longest`.
  /// `columns` counts from the last place to break.
  void add_long_word(std::string_view word, std::size_t longest, std::size_t& columns);
  /// A heading as TeX sets it and as a bookmark shows it.
  void add_title(std::string_view plain);
  /// `\href{url}{`, when the address may lead out of a book; the caller adds the text and, when
  /// this says so, the closing brace.
  bool open_link(std::string_view url);

  /// The anchor of a concept's glossary entry, or empty when the book does not mention it.
  std::string_view term_anchor(std::uint32_t concept_index) const;
  /// The place of a concept in a part of the book as a label, made known to the index.
  std::string take_place(std::uint32_t concept_index);
  const std::vector<std::string>& places(std::uint32_t concept_index) const {
    return places_[concept_index];
  }
  /// The work of that identity, if it appears more than once, or nullptr.
  const model::Work* repeated_work(const std::string& identity) const;
  /// The image of a mark's url that TeX can show, or nullptr.
  const model::ImageAsset* image(std::string_view url) const;

 private:
  bool is_source_line_long() const { return text.size() - line_start_ > most_source_line; }

  static constexpr std::size_t most_source_line = 1000;

  std::size_t line_start_ = 0;        ///< of the last line that add_space() or add_break() began
  std::vector<std::string> anchors_;  ///< by concept
  std::vector<std::vector<std::string>> places_;  ///< by concept: labels, in reading order
  std::size_t place_count_ = 0;
  std::unordered_map<std::string_view, const model::Work*> repeated_;  ///< by identity
};

/// What the writers of one day share.
struct DayState {
  DayState(Document& the_document, std::size_t the_day);

  Document& document;
  const model::BilingualDigest& digest;
  std::size_t day;
  std::uint32_t part = 1;             ///< number of the paper or of the day's own text, from 1
  std::vector<std::uint32_t> linked;  ///< by concept: the part it was last linked in
  std::unordered_map<std::string, std::size_t> footnotes;  ///< by label: the number readers see

  const std::vector<model::Mention>* mentions(const model::Block& block) const;
  /// Nothing when no translation was asked for, or the block has none.
  const std::vector<model::Sentence>* translations(const model::Block& block) const;
  /// The same where English goes below the Korean, else nothing.
  const std::vector<model::Sentence>* translations_below(const model::Block& block) const;
  std::string footnote_anchor(std::string_view label) const;
  void report(DiagnosticCode code, const model::Block& block, std::uint32_t offset,
              std::string message);
};

}  // namespace galpi::exporters::latex
