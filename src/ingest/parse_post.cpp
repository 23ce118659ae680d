#include "galpi/ingest/parse_post.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "block_builder.hpp"
#include "block_events.hpp"
#include "front_matter.hpp"
#include "places.hpp"
#include "prepare.hpp"
#include "repair_blocks.hpp"
#include "reporter.hpp"
#include "source_text.hpp"

namespace galpi::ingest {
namespace {

std::vector<RawBlock> read_body(const SourceText& source, std::uint32_t begin, const Limits& limits,
                                Reporter& reporter) {
  const std::string_view body = source.text().substr(begin);
  Rewritten repaired;
  const bool is_repaired = may_need_repair(body);
  if (is_repaired) repaired = repair_blocks(body, begin, limits, reporter);
  const PreparedText prepared = prepare(is_repaired ? std::string_view(repaired.text) : body,
                                        limits, PlaceReporter(reporter, repaired.map, begin));
  const PlaceChain chain{source, repaired.map, prepared.map, begin};
  return build_blocks(read_block_events(prepared, chain), prepared.end, limits, reporter);
}

Result<RawPost> parse(std::string_view bytes, const std::string& file, const std::string& source,
                      DiagnosticSink& diagnostics, const Limits& limits) {
  if (bytes.size() > limits.post_bytes) {
    const SourceSpan span{file, {}, 0};
    const std::string message =
        fmt::format("the post has {} bytes; the limit is {}", bytes.size(), limits.post_bytes);
    diagnostics.report({DiagnosticCode::post_too_large, span, message, "split the post", ""});
    return fail(ErrorCode::limit_exceeded, quote_for_message(file, 200) + ": " + message, span);
  }
  GALPI_TRY(const SourceText text, read_source(bytes, file, diagnostics));
  Reporter reporter(file, text, diagnostics);
  const FrontMatterRange range = find_front_matter(text.text());
  RawPost post;
  GALPI_TRY(post.front_matter, read_front_matter(text.text(), range, source, reporter));
  post.file = file;
  post.source = source;
  post.blocks = read_body(text, range.body, limits, reporter);
  post.lines = text.raw_lines();
  return post;
}

}  // namespace

Result<RawPost> parse_post(std::string_view bytes, const std::string& file,
                           const std::string& source, DiagnosticSink& diagnostics,
                           const Limits& limits) {
  // The steps run over the post one after another; people read reports from top to bottom.
  DiagnosticList list;
  Result<RawPost> post = parse(bytes, file, source, list, limits);
  std::vector<Diagnostic> reports = list.take();
  std::vector<std::pair<At, std::size_t>> order;
  order.reserve(reports.size());
  for (const Diagnostic& report : reports) order.emplace_back(report.span.at, order.size());
  std::ranges::sort(order);
  for (const auto& [place, index] : order) diagnostics.report(std::move(reports[index]));
  return post;
}

}  // namespace galpi::ingest
