#include "book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace galpi::exporters::pandoc {
namespace {

void find_footnotes(const std::vector<model::Block>& blocks,
                    std::unordered_map<std::string, Footnote>& footnotes) {
  for (const model::Block& block : blocks) {
    if (block.type == model::BlockType::list && block.label == "footnotes") {
      for (const model::Block& item : block.children) {
        footnotes.try_emplace(item.label.value_or(""), Footnote{&item, false});
      }
    } else {
      find_footnotes(block.children, footnotes);
    }
  }
}

}  // namespace

Book::Book(const model::Edition& the_edition, const PandocOptions& the_options)
    : edition(the_edition),
      options(the_options),
      labels(labels_for(the_options.languages)),
      days(day_addresses(the_edition.days)) {
  for (const model::Work& work : edition.works) {
    if (work.appearances.size() < 2) continue;
    for (const model::Place place : work.appearances) repeated.emplace(place, &work);
  }
}

const model::ImageAsset* Book::image(std::string_view url) const {
  const auto found = std::ranges::lower_bound(edition.images, url, {}, &model::ImageAsset::url);
  return found != edition.images.end() && found->url == url ? &*found : nullptr;
}

DayState::DayState(const Book& the_book, std::size_t the_day, NodeWriter& writer,
                   DiagnosticSink& the_diagnostics)
    : book(the_book),
      digest(the_book.edition.days[the_day]),
      day(the_day),
      nodes(writer),
      diagnostics(the_diagnostics),
      part_id(the_book.days[the_day].id) {
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
  if (book.options.languages == model::Languages::korean || block.ordinal >= all.size()) {
    return nullptr;
  }
  const std::vector<model::Sentence>& sentences = all[block.ordinal];
  const bool has_any = std::ranges::any_of(
      sentences, [](const model::Sentence& sentence) { return !sentence.translation.empty(); });
  return has_any ? &sentences : nullptr;
}

std::string DayState::id_in_part(std::string_view name) {
  std::string id = fmt::format("{}-{}", part_id, name);
  const unsigned count = ++ids_[id];
  return count == 1 ? id : fmt::format("{}-{}", id, count);
}

void DayState::report(DiagnosticCode code, const model::Block& block, std::uint32_t offset,
                      std::string message) {
  const At at = model::position_in_source(block, offset);
  diagnostics.report({code,
                      {digest.annotated.digest.file, at, 0},
                      std::move(message),
                      "",
                      model::quoted_line(digest.annotated.digest, at)});
}

}  // namespace galpi::exporters::pandoc
