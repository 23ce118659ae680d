#include "galpi/normalize/normalize.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "checks.hpp"
#include "outline.hpp"
#include "post_builder.hpp"
#include "report.hpp"

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

}  // namespace

model::Digest normalize_post(ingest::RawPost raw, DiagnosticSink& diagnostics) {
  model::Digest digest;
  digest.file = std::move(raw.file);
  digest.post = post_with_front_matter(raw);
  DiagnosticList found;
  Report report(digest.file, raw.lines, found);
  const Outline outline = read_outline(raw.blocks);
  PostBuilder builder(digest.post, outline, report);
  builder.build(raw.blocks);
  digest.post.kind = kind_of(digest.post);
  check_post(digest.post, outline, builder.paper_levels(), report);
  digest.block_count = model::number_blocks(digest.post);
  // Papers are looked at when they are complete, people read from top to bottom.
  std::vector<Diagnostic> in_order = found.take();
  std::ranges::stable_sort(in_order, {}, [](const Diagnostic& d) { return d.span.at; });
  for (Diagnostic& diagnostic : in_order) diagnostics.report(std::move(diagnostic));
  return digest;
}

}  // namespace galpi::normalize
