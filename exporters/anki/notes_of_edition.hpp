// Edition → notes, one function per note type; what gets none is reported.
#pragma once

#include <vector>

#include "galpi/model/edition.hpp"
#include "note.hpp"
#include "reporter.hpp"

namespace galpi::exporters::anki {

/// One note per concept that the book mentions.
std::vector<Note> make_term_notes(const model::Edition& edition, Reporter& reporter);
/// One note per work.
std::vector<Note> make_paper_notes(const model::Edition& edition, Reporter& reporter);
/// At most one number per work, from its results; works whose numbers do not do are reported.
std::vector<Note> make_cloze_notes(const model::Edition& edition, model::Languages languages,
                                   Reporter& reporter);

/// `galpi::date::2026-10`
std::string date_tag(Date date);
/// `galpi::domain::machine-learning`: a tag may hold no white space and no empty part.
std::string domain_tag(std::string_view domain);

}  // namespace galpi::exporters::anki
