#include "galpi/normalize/normalize.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "checks.hpp"
#include "outline.hpp"
#include "post_builder.hpp"
#include "report.hpp"
#include "title_lines.hpp"

namespace galpi::normalize {
namespace {

model::Post post_with_front_matter(ingest::RawPost& raw) {
  model::Post post;
  post.date = raw.front_matter.date;
  post.time = std::move(raw.front_matter.time);
  post.title = std::move(raw.front_matter.title);
  post.tags = std::move(raw.front_matter.tags);
  post.categories = std::move(raw.front_matter.categories);
  post.source = std::move(raw.source);
  return post;
}

model::PostKind kind_of(const model::Post& post) {
  if (!post.papers.empty()) return model::PostKind::digest;
  return post.sections.empty() ? model::PostKind::empty : model::PostKind::review;
}

/// Papers are looked at when they are complete, people read from top to bottom.
void report_in_order(std::vector<Diagnostic> found, DiagnosticSink& diagnostics) {
  std::vector<std::size_t> order(found.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(found[i].span.at, i); });
  for (std::size_t i : order) diagnostics.report(std::move(found[i]));
}

}  // namespace

model::Digest normalize_post(ingest::RawPost raw, DiagnosticSink& diagnostics) {
  model::Digest digest;
  digest.file = std::move(raw.file);
  digest.post = post_with_front_matter(raw);
  DiagnosticList found;
  Report report(digest.file, raw.lines, found);
  part_title_lines(raw.blocks);
  const Outline outline = read_outline(raw.blocks);
  PostBuilder builder(digest.post, outline, report);
  builder.build(raw.blocks);
  digest.post.kind = kind_of(digest.post);
  check_post(digest.post, outline, builder.paper_levels(), report);
  digest.block_count = model::number_blocks(digest.post);
  report_in_order(found.take(), diagnostics);
  digest.lines = std::move(raw.lines);
  return digest;
}

}  // namespace galpi::normalize
