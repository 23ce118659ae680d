// What the writers of one chapter share while they walk its post: which part they are in, which
// terms are linked already, which notes wait for the end of the part.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "book.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/markup/xml_writer.hpp"

namespace galpi::exporters::epub {

/// A footnote that the chapter has. Readers see its number; the author's label is only a name.
struct Footnote {
  std::string id;
  std::size_t number = 0;   ///< from 1, in the order of the notes
  unsigned references = 0;  ///< written so far
};

struct ChapterState {
  ChapterState(const Book& the_book, std::size_t the_day, markup::XmlWriter& writer);

  const Book& book;
  const model::BilingualDigest& digest;
  std::size_t day;
  markup::XmlWriter& xml;

  std::string part_id;     ///< id of the paper, or of the day: prefix of ids within the part
  std::uint32_t part = 1;  ///< number of the part, from 1
  std::vector<std::uint32_t> linked;         ///< by concept: the part it was last linked in
  std::vector<std::uint32_t> pending_terms;  ///< concepts whose notes go to the end of the part
  std::unordered_map<std::string, Footnote> footnotes;  ///< by label
  bool has_mathml = false;
  DiagnosticList diagnostics;

  /// Starts a paper or a section outside papers: terms are linked anew.
  void begin_part(std::string_view id);

  const std::vector<model::Mention>* mentions(const model::Block& block) const;
  /// Nothing when no translation was asked for, or the block has none.
  const std::vector<model::Sentence>* translations(const model::Block& block) const;

  /// Id of a term's first mention in this part, and of its note.
  std::string reference_id(std::uint32_t concept_index) const;
  std::string note_id(std::uint32_t concept_index) const;

  void report(DiagnosticCode code, const model::Block& block, std::uint32_t offset,
              std::string message);
};

}  // namespace galpi::exporters::epub
