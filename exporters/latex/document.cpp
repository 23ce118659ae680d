#include "document.hpp"

#include <fmt/format.h>

#include "galpi/model/reading.hpp"
#include "naming/links.hpp"

namespace galpi::exporters::latex {

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
