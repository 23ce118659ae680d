// Small days for the tests of the app: made by hand, annotated by hand.
#pragma once

#include <string>
#include <vector>

#include "galpi/model/stages.hpp"
#include "support/blocks.hpp"

namespace galpi::app {

inline model::Block paragraph(std::string text) {
  return tests::block(model::BlockType::paragraph, std::move(text));
}

/// A paper with one section of one paragraph.
inline model::Paper paper(std::string arxiv_id, std::string title, std::string text) {
  model::Paper result;
  result.title = std::move(title);
  result.arxiv = model::ArxivId{std::move(arxiv_id), {}};
  result.sections.push_back({});
  result.sections.back().blocks.push_back(paragraph(std::move(text)));
  return result;
}

/// A day of papers, numbered and without mentions.
inline model::BilingualDigest day(Date date, std::vector<model::Paper> papers) {
  model::BilingualDigest result;
  model::Digest& digest = result.annotated.digest;
  digest.post.date = date;
  digest.post.source = "_posts/" + format_date(date) + "-day.md";
  digest.file = "blog/" + digest.post.source;
  digest.post.papers = std::move(papers);
  std::uint32_t line = 10;
  for (model::Paper& one : digest.post.papers) one.at = {line += 10, 1};
  digest.block_count = model::number_blocks(digest.post);
  result.annotated.mentions.resize(digest.block_count);
  return result;
}

}  // namespace galpi::app
