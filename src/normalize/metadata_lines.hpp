// Papers without a linked heading: `제목: …`, `arXiv: …`, `URL: …` on lines of their own, as
// paragraphs, bullets or quotes, with or without bold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "galpi/model/post.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::normalize {

enum class MetadataKind : std::uint8_t { title, arxiv, link };

struct MetadataLabel {
  MetadataKind kind;
  std::uint32_t value;  ///< byte at which the value begins
};

/// The label of the line `range` of a block, if it begins with one and a value follows.
std::optional<MetadataLabel> metadata_label(const model::Block& block, text::ByteRange range);

/// What labelled lines of a block say, for the outline.
struct MetadataEvidence {
  bool title = false;
  bool link = false;
  bool arxiv = false;  ///< the link leads to arXiv
};
MetadataEvidence metadata_evidence(const model::Block& block);

/// What labelled lines gave for a paper.
struct Metadata {
  /// The title that a linked heading gave: a labelled line that says the same goes, another (a
  /// translation, perhaps) stays text.
  std::string given_title;
  std::string title;
  std::string url;
  std::optional<model::ArxivId> arxiv;
  std::vector<model::PaperLink> links;
  std::optional<At> first_line;     ///< the first labelled line that was taken
  std::optional<At> invalid_arxiv;  ///< an `arXiv:` line without an identifier stays text
};

/// Takes the labelled lines out of `block` and into `metadata` (what is there already stays). A
/// line with more to it than its value stays. True when nothing of the block is left.
bool take_metadata(model::Block& block, Metadata& metadata);

}  // namespace galpi::normalize
