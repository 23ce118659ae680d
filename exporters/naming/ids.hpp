// Names inside the book: files of days, ids of papers, terms and notes. All ASCII, all valid
// NCNames (XML 1.0 §3.3.1), and all made from what a thing *is*, never from its position: adding a
// post moves no id of another (deep links and highlights stay).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "galpi/model/edition.hpp"

namespace galpi::exporters {

/// Where a day stands in the book.
struct DayAddress {
  std::string file;  ///< `day-2026-10-05.xhtml`; the second post of a day: `day-2026-10-05-2.xhtml`
  std::string id;    ///< of the manifest item: `d2026-10-05`, `d2026-10-05-2`
  std::vector<std::string> papers;  ///< ids within the file, one per paper of the post
};

std::vector<DayAddress> day_addresses(const std::vector<model::BilingualDigest>& days);

/// `d2026-10-05-a2510-12345` for arXiv 2510.12345; a hash of the identity (`h` and 12 hexadecimal
/// digits) where there is no arXiv id; `-2`, `-3` … when a post has the same paper again.
std::vector<std::string> paper_ids(const model::Post& post);

/// `t-` and the concept's id, or a hash of it when it is not an ASCII name.
std::string term_id(const model::Concept& term);

/// The id a footnote's label stands for: `fn-1`.
std::string footnote_id(std::string_view label);

}  // namespace galpi::exporters
