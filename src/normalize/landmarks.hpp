// What of a post could begin a paper or a section: headings, bold lines that name a section,
// labelled lines. Found once, so that the outline can look ahead.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "alias_match.hpp"
#include "galpi/ingest/raw_post.hpp"
#include "metadata_lines.hpp"
#include "paper_heading.hpp"

namespace galpi::normalize {

struct Landmark {
  enum class Type : std::uint8_t {
    heading,
    bold,      ///< a paragraph that is one bold line naming a section
    lead,      ///< a paragraph that begins with a section's name and a colon: `**Method**: …`
    metadata,  ///< labelled lines
    title,     ///< a paragraph that is a title with its link to arXiv
  };
  std::size_t block = 0;  ///< into RawPost::blocks
  Type type = Type::heading;
  std::uint32_t level = 0;         ///< of a heading
  std::uint32_t label_length = 0;  ///< bytes of the text that are heading (bold, lead)
  std::optional<AliasMatch> alias;
  // Of headings and titles:
  std::optional<std::uint32_t> number;
  LinkEvidence link = LinkEvidence::none;
  bool title_label = false;
  bool strong = false;  ///< a title that is bold
  bool listed = false;  ///< a title that was the item of a list of papers
  bool closing = false;
  // Of metadata:
  MetadataEvidence metadata;
  // Set by find_papers():
  bool paper = false;
};

std::vector<Landmark> find_landmarks(const std::vector<ingest::RawBlock>& blocks);

/// Decides which landmarks begin papers. Headings with links need little more to be believed;
/// those without need sections behind them and a pattern that repeats.
void find_papers(std::vector<Landmark>& landmarks);

}  // namespace galpi::normalize
