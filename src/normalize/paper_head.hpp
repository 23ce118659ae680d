// All that stands at the head of a paper, put together: heading, labelled lines, other links.
#pragma once

#include <optional>

#include "galpi/model/post.hpp"
#include "metadata_lines.hpp"
#include "paper_heading.hpp"
#include "report.hpp"

namespace galpi::normalize {

struct PaperHead {
  PaperHeading heading;
  Metadata metadata;
  std::vector<model::PaperLink> links;  ///< from quotes and lines below
  /// In quotes with other words, which stay text: good for the identifier only.
  std::vector<model::PaperLink> quoted;
};

/// Fills number, title, url, arxiv and links of `paper`, whose place is known, and reports what is
/// odd about them. Returns the words of the heading when a labelled title replaces it.
std::optional<model::Block> apply_head(model::Paper& paper, PaperHead head, Report& report);

}  // namespace galpi::normalize
