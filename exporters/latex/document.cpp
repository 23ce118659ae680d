#include "document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "galpi/model/reading.hpp"
#include "galpi/text/utf8.hpp"
#include "naming/links.hpp"

namespace galpi::exporters::latex {

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    columns += text::next_code_point(text, offset) >= 0x1100 ? 2 : 1;
  }
  return columns;
}

Document::Document(const model::Edition& the_edition, const LatexOptions& the_options,
                   DiagnosticSink& the_diagnostics)
    : edition(the_edition),
      options(the_options),
      labels(labels_for(the_options.languages)),
      diagnostics(the_diagnostics),
      days(day_addresses(the_edition.days)),
      anchors_(the_edition.glossary.concepts.size()),
      places_(the_edition.glossary.concepts.size()) {
  for (const model::TermUse& use : edition.terms) {
    anchors_[use.concept_index] = term_id(edition.glossary.concepts[use.concept_index]);
  }
  for (const model::Work& work : edition.works) {
    if (work.appearances.size() > 1) repeated_.emplace(work.identity, &work);
  }
}

const model::Work* Document::repeated_work(const std::string& identity) const {
  const auto found = repeated_.find(identity);
  return found == repeated_.end() ? nullptr : found->second;
}

void Document::add_space() {
  if (!is_source_line_long()) return add(" ");
  add("\n");
  line_start_ = text.size();
}

void Document::add_break() {
  add("\\galpibreak{}");
  if (!is_source_line_long()) return;
  add("%\n");
  line_start_ = text.size();
}

void Document::add_text(std::string_view plain) {
  constexpr std::size_t longest_word = 24;  // columns; headings in the narrowest book hold 30
  std::size_t columns = 0;                  // since the last place to break
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    const std::string_view word = plain.substr(at, end - at);
    if (columns_of(word) <= longest_word) {
      add_word(word);
    } else {
      add_long_word(word, longest_word, columns);
    }
    columns = 0;
    at = end;
    if (at == plain.size()) break;
    add_space();
    ++at;
  }
}

void Document::add_long_word(std::string_view word, std::size_t longest, std::size_t& columns) {
  for (std::size_t offset = 0; offset < word.size();) {
    const std::size_t start = offset;
    const char32_t c = text::next_code_point(word, offset);
    if (columns >= longest / 2) {
      add_break();
      columns = 0;
    }
    add_word(word.substr(start, offset - start));
    columns += c >= 0x1100 ? 2 : 1;
    if (columns > 3 && c < 0x80 && text::is_punctuation(c)) columns = longest;
  }
}

void Document::add_title(std::string_view plain) {
  text += "\\texorpdfstring{";
  add_text(plain);
  text += "}{";
  markup::escape_to(text, plain, markup::Context::latex_string);
  text += '}';
}

bool Document::open_link(std::string_view url) {
  const auto href = outside_href(url);
  if (!href.has_value()) return false;
  text += "\\href{";
  markup::escape_to(text, *href, markup::Context::latex_url);
  text += "}{";
  return true;
}

std::string_view Document::term_anchor(std::uint32_t concept_index) const {
  return concept_index < anchors_.size() ? std::string_view(anchors_[concept_index])
                                         : std::string_view();
}

std::string Document::take_place(std::uint32_t concept_index) {
  return places_[concept_index].emplace_back(fmt::format("p{}", ++place_count_));
}

const model::ImageAsset* Document::image(std::string_view url) const {
  const model::ImageAsset* const found = model::find_image(edition, url);
  if (found == nullptr) return nullptr;
  const bool can_show = found->media_type == "image/png" || found->media_type == "image/jpeg" ||
                        found->media_type == "application/pdf";
  return can_show ? found : nullptr;
}

DayState::DayState(Document& the_document, std::size_t the_day)
    : document(the_document),
      digest(the_document.edition.days[the_day]),
      day(the_day),
      linked(the_document.edition.glossary.concepts.size(), 0) {
  model::for_each_footnote(digest.post(), [&](const model::Block& item) {
    footnotes.try_emplace(item.label.value_or(""), footnotes.size() + 1);
  });
}

const std::vector<model::Mention>* DayState::mentions(const model::Block& block) const {
  return model::mentions_of(digest.annotated, block);
}

const std::vector<model::Sentence>* DayState::translations(const model::Block& block) const {
  if (document.options.languages == model::Languages::korean) return nullptr;
  return model::translations_of(digest, block);
}

const std::vector<model::Sentence>* DayState::translations_below(const model::Block& block) const {
  return document.labels.english ? nullptr : translations(block);
}

std::string DayState::footnote_anchor(std::string_view label) const {
  return document.days[day].id + "-" + footnote_id(label);
}

void DayState::report(DiagnosticCode code, const model::Block& block, std::uint32_t offset,
                      std::string message) {
  const At at = model::position_in_source(block, offset);
  document.diagnostics.report({code,
                               {digest.annotated.digest.file, at},
                               std::move(message),
                               "",
                               model::quoted_line(digest.annotated.digest, at)});
}

}  // namespace galpi::exporters::latex
