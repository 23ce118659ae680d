// What the writers of a document share: the edition, the ids in it, and what a day has seen so far.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "galpi/exporters/pandoc.hpp"
#include "galpi/model/edition.hpp"
#include "naming/ids.hpp"
#include "naming/labels.hpp"
#include "node_writer.hpp"

namespace galpi::exporters::pandoc {

struct Book {
  Book(const model::Edition& the_edition, const PandocOptions& the_options);

  const model::Edition& edition;
  const PandocOptions& options;
  const Labels& labels;
  std::vector<DayAddress> days;
  std::map<model::Place, const model::Work*> repeated;  ///< works with more than one appearance

  /// The image of that url, or nullptr.
  const model::ImageAsset* image(std::string_view url) const;
};

/// A footnote is written where it is first referred to.
struct Footnote {
  const model::Block* item = nullptr;
  bool is_written = false;
};

struct DayState {
  DayState(const Book& the_book, std::size_t the_day, NodeWriter& writer,
           DiagnosticSink& the_diagnostics);

  const Book& book;
  const model::BilingualDigest& digest;
  std::size_t day;
  NodeWriter& nodes;
  DiagnosticSink& diagnostics;
  std::string part_id;  ///< of the paper, or of the day: how ids within it begin
  std::unordered_map<std::string, Footnote> footnotes;  ///< by label
  bool in_note = false;                                 ///< notes have no notes

  const std::vector<model::Mention>* mentions(const model::Block& block) const;
  /// Nothing when no translation was asked for, or the block has none.
  const std::vector<model::Sentence>* translations(const model::Block& block) const;
  /// An id within the part; the second of one name gets `-2`.
  std::string id_in_part(std::string_view name);
  void report(DiagnosticCode code, const model::Block& block, std::uint32_t offset,
              std::string message);

 private:
  std::unordered_map<std::string, unsigned> ids_;
};

}  // namespace galpi::exporters::pandoc
