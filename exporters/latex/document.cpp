#include "document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "naming/links.hpp"

namespace galpi::exporters::latex {
namespace {

void find_footnotes(const std::vector<model::Block>& blocks,
                    std::unordered_map<std::string, std::size_t>& footnotes) {
  for (const model::Block& block : blocks) {
    if (block.type == model::BlockType::list && block.label == "footnotes") {
      for (const model::Block& item : block.children) {
        footnotes.try_emplace(item.label.value_or(""), footnotes.size() + 1);
      }
    } else {
      find_footnotes(block.children, footnotes);
    }
  }
}

}  // namespace

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
  const auto found = std::ranges::lower_bound(
      edition.images, url, {},
      [](const model::ImageAsset& asset) { return std::string_view(asset.url); });
  if (found == edition.images.end() || found->url != url) return nullptr;
  const bool can_show = found->media_type == "image/png" || found->media_type == "image/jpeg" ||
                        found->media_type == "application/pdf";
  return can_show ? &*found : nullptr;
}

DayState::DayState(Document& the_document, std::size_t the_day)
    : document(the_document),
      digest(the_document.edition.days[the_day]),
      day(the_day),
      linked(the_document.edition.glossary.concepts.size(), 0) {
  const model::Post& post = digest.post();
  for (const model::Section& section : post.sections) find_footnotes(section.blocks, footnotes);
  for (const model::Paper& paper : post.papers) {
    for (const model::Section& section : paper.sections) find_footnotes(section.blocks, footnotes);
  }
}

const std::vector<model::Mention>* DayState::mentions(const model::Block& block) const {
  const auto& all = digest.annotated.mentions;
  return block.ordinal < all.size() && !all[block.ordinal].empty() ? &all[block.ordinal] : nullptr;
}

const std::vector<model::Sentence>* DayState::translations(const model::Block& block) const {
  const auto& all = digest.sentences;
  if (document.options.languages == model::Languages::korean || block.ordinal >= all.size()) {
    return nullptr;
  }
  const std::vector<model::Sentence>& sentences = all[block.ordinal];
  const bool any = std::ranges::any_of(
      sentences, [](const model::Sentence& sentence) { return !sentence.translation.empty(); });
  return any ? &sentences : nullptr;
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
