#include "book.hpp"

#include <fmt/format.h>

#include <utility>

#include "galpi/model/reading.hpp"

namespace galpi::exporters::pandoc {

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
  return model::find_image(edition, url);
}

DayState::DayState(const Book& the_book, std::size_t the_day, NodeWriter& writer,
                   DiagnosticSink& the_diagnostics)
    : book(the_book),
      digest(the_book.edition.days[the_day]),
      day(the_day),
      nodes(writer),
      diagnostics(the_diagnostics),
      part_id(the_book.days[the_day].id) {
  model::for_each_footnote(digest.post(), [&](const model::Block& item) {
    footnotes.try_emplace(item.label.value_or(""), Footnote{&item, false});
  });
}

const std::vector<model::Mention>* DayState::mentions(const model::Block& block) const {
  return model::mentions_of(digest.annotated, block);
}

const std::vector<model::Sentence>* DayState::translations(const model::Block& block) const {
  if (book.options.languages == model::Languages::korean) return nullptr;
  return model::translations_of(digest, block);
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
