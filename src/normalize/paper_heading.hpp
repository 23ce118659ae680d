// The heading of a paper: number, title, links.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "galpi/model/post.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::normalize {

struct NumberPrefix {
  std::uint32_t number;
  std::uint32_t length;  ///< bytes up to the title
};

/// The number a heading begins with: `1.`, `1)`, `[1]`, `(1)`, `①`, `#1`, `No. 1`, or `1` right
/// before a link. `3D …` and `2.5D …` have none.
std::optional<NumberPrefix> number_prefix(const model::Block& heading);

/// A link that Markdown did not see: `[Title](https://… ` without its closing bracket.
struct BrokenLink {
  text::ByteRange title;
  text::ByteRange url;  ///< empty when there is nothing that could be one
};
std::optional<BrokenLink> broken_link(const model::Block& heading, std::uint32_t from);

enum class LinkEvidence : std::uint8_t { none, other, arxiv };

/// What kind of link the title of a heading leads to.
LinkEvidence link_evidence(const model::Block& heading);

struct PaperHeading {
  std::optional<std::uint32_t> number;
  std::string title;
  std::optional<std::string> url;
  std::optional<model::ArxivId> arxiv;  ///< what `url` leads to
  std::vector<model::PaperLink> links;  ///< links beside the title's own
  bool was_wrapped = false;             ///< the title had runs of white space or a line break
  bool was_broken = false;              ///< the link had to be repaired
  bool had_label = false;               ///< `제목:` stood before the title
};

PaperHeading read_paper_heading(const model::Block& original);

}  // namespace galpi::normalize
