#include "galpi/app/post_stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "galpi/base/parallel.hpp"
#include "galpi/ingest/find_posts.hpp"
#include "galpi/ingest/parse_post.hpp"
#include "galpi/model/json.hpp"
#include "galpi/normalize/normalize.hpp"
#include "galpi/terms/glossary.hpp"
#include "galpi/translate/align.hpp"
#include "post_choice.hpp"

namespace galpi::app {
namespace {

constexpr std::size_t glossary_bytes = std::size_t{64} << 20U;
constexpr std::size_t memory_bytes = std::size_t{1} << 30U;
constexpr std::size_t line_bytes = std::size_t{256} << 20U;  ///< a post of the size limit, as JSON
constexpr std::size_t lines_per_batch = 64;  ///< enough to keep the threads busy, little to hold

/// Of a post with thousands of the same fault the first thousand tell enough; ingest, which could
/// not even hold them all, keeps to the same number.
void keep_first_of_each_code(std::vector<Diagnostic>& diagnostics) {
  constexpr std::size_t most = 1000;
  std::unordered_map<DiagnosticCode, std::size_t> counts;
  std::unordered_map<DiagnosticCode, Diagnostic*> last;
  auto kept = diagnostics.begin();
  for (Diagnostic& diagnostic : diagnostics) {
    const std::size_t count = ++counts[diagnostic.code];
    if (count > most + 1) continue;
    Diagnostic& place = *kept++;
    if (&place != &diagnostic) place = std::move(diagnostic);
    if (count == most + 1) last[place.code] = &place;
  }
  diagnostics.erase(kept, diagnostics.end());
  for (const auto& [code, diagnostic] : last) {
    if (counts[code] == most + 1) continue;
    diagnostic->message += " (no more of this kind are listed for this post)";
  }
}

/// Runs posts through the stages. Shared by all threads: everything it holds is only read.
class Stages {
 public:
  Stages(const host::FileReader& files, const SourceSettings& sources,
         const StageSettings& settings, const Resources& resources)
      : files_(files), sources_(sources), settings_(settings), resources_(resources) {}

  StreamedPost from_file(const ingest::PostFile& file) const {
    Result<std::string> bytes = files_.read(file.path, ingest::Limits{}.post_bytes);
    if (bytes) return from_bytes(*bytes, file.file, file.source);
    StreamedPost result;
    if (is_in_range_by_name(file.source, sources_.range)) {
      DiagnosticList diagnostics;
      const auto code = bytes.error().code == ErrorCode::limit_exceeded
                            ? DiagnosticCode::post_too_large
                            : DiagnosticCode::unreadable_file;
      diagnostics.report({code, {file.file, {}, 0}, bytes.error().message, {}, {}});
      result.diagnostics = diagnostics.take();
      result.error = std::move(bytes).error();
    }
    return result;
  }

  StreamedPost from_bytes(std::string_view bytes, const std::string& file,
                          const std::string& source) const {
    StreamedPost result;
    DiagnosticList diagnostics;
    Result<ingest::RawPost> raw = ingest::parse_post(bytes, file, source, diagnostics);
    if (!raw) {
      if (is_in_range_by_name(source, sources_.range)) {
        result.error = std::move(raw).error();
        result.diagnostics = diagnostics.take();
      }
      return result;
    }
    if (!sources_.range.contains(raw->front_matter.date)) return result;
    if (!raw->front_matter.published) {
      result.diagnostics.push_back({DiagnosticCode::post_unpublished,
                                    {file, {}, 0},
                                    "the post says `published: false`; left out",
                                    {},
                                    {}});
      return result;
    }
    model::Digest digest = normalize::normalize_post(*std::move(raw), diagnostics);
    result.post = annotate_and_align(std::move(digest), diagnostics);
    result.diagnostics = diagnostics.take();
    in_source_order(result.diagnostics);
    keep_first_of_each_code(result.diagnostics);
    return result;
  }

  StreamedPost from_json(std::string_view line, std::size_t number, const std::string& file) const {
    StreamedPost result;
    Result<model::JsonLine> read = model::from_json_line(line);
    if (!read) {
      const SourceSpan span{file, {static_cast<std::uint32_t>(number), 1}, 0};
      result.error = Error{ErrorCode::invalid_input, read.error().message, span};
      result.diagnostics.push_back(
          {DiagnosticCode::stream_invalid, span, read.error().message, {}, {}});
      return result;
    }
    if (!sources_.range.contains(read->digest.post.date)) return result;
    DiagnosticList diagnostics;
    for (Diagnostic& diagnostic : read->diagnostics) diagnostics.report(std::move(diagnostic));
    result.post = annotate_and_align(std::move(read->digest), diagnostics);
    result.diagnostics = diagnostics.take();
    in_source_order(result.diagnostics);
    keep_first_of_each_code(result.diagnostics);
    return result;
  }

 private:
  /// Stages report one after another; a reader goes through a file from top to bottom.
  static void in_source_order(std::vector<Diagnostic>& diagnostics) {
    std::stable_sort(
        diagnostics.begin(), diagnostics.end(),
        [](const Diagnostic& a, const Diagnostic& b) { return a.span.at < b.span.at; });
  }

  model::BilingualDigest annotate_and_align(model::Digest digest,
                                            DiagnosticSink& diagnostics) const {
    model::AnnotatedDigest annotated;
    if (settings_.terms && resources_.matcher) {
      annotated = terms::annotate(std::move(digest), *resources_.matcher, resources_.glossary,
                                  {settings_.gloss}, diagnostics);
    } else {
      annotated.digest = std::move(digest);
      annotated.mentions.resize(annotated.digest.block_count);
    }
    // Sentences are split for their translations' sake; without a memory there are none.
    if (!settings_.sentences || !resources_.memory) {
      return translate::without_translation(std::move(annotated));
    }
    return translate::align(std::move(annotated), &*resources_.memory);
  }

  const host::FileReader& files_;
  const SourceSettings& sources_;
  const StageSettings& settings_;
  const Resources& resources_;
};

/// Feeds the stages from JSON lines, a batch at a time.
Result<bool> stream_json(host::LineReader& lines, std::optional<std::string> first,
                         const std::string& file, const Stages& stages, unsigned jobs,
                         const TakePost& take) {
  std::size_t number = 0;
  bool going = true;
  while (going) {
    std::vector<std::pair<std::size_t, std::string>> batch;
    while (batch.size() < lines_per_batch) {
      std::optional<std::string> line = std::exchange(first, std::nullopt);
      if (!line) {
        GALPI_TRY(line, lines.next(line_bytes));
      }
      if (!line) break;
      ++number;
      if (!line->empty()) batch.emplace_back(number, *std::move(line));
    }
    if (batch.empty()) break;
    parallel_ordered(
        batch.size(), jobs,
        [&](std::size_t i) { return stages.from_json(batch[i].second, batch[i].first, file); },
        [&](std::size_t, StreamedPost post) { return going = take(std::move(post)); });
  }
  return going;
}

bool looks_like_json(std::string_view line) { return line.starts_with(R"({"galpi")"); }

/// One post, or JSON lines, from standard input.
Result<bool> stream_standard_input(const OpenLines& open_lines, const Stages& stages, unsigned jobs,
                                   const TakePost& take) {
  GALPI_TRY(const auto lines, open_lines("-"));
  GALPI_TRY(std::optional<std::string> first, lines->next(line_bytes));
  if (first && looks_like_json(*first)) {
    return stream_json(*lines, std::move(first), "-", stages, jobs, take);
  }
  std::string bytes;
  while (first) {
    bytes += *first + "\n";
    if (bytes.size() > ingest::Limits{}.post_bytes) break;  // parse_post refuses it with its reason
    GALPI_TRY(first, lines->next(line_bytes));
  }
  return take(stages.from_bytes(bytes, "-", "-"));
}

}  // namespace

Result<Resources> load_resources(const host::FileReader& files, const SourceSettings& sources,
                                 const StageSettings& stages, DiagnosticSink& diagnostics) {
  Resources resources;
  if (stages.terms && sources.default_glossary) resources.glossary = terms::default_glossary();
  for (const std::string& path : sources.glossaries) {
    GALPI_TRY(const std::string yaml, files.read(path, glossary_bytes));
    GALPI_TRY(model::Glossary overlay, terms::parse_glossary(yaml, path, diagnostics));
    resources.glossary = terms::merge_glossaries(std::move(resources.glossary), std::move(overlay));
  }
  if (stages.terms) resources.matcher.emplace(resources.glossary);
  for (const std::string& path : sources.memories) {
    GALPI_TRY(const std::string xml, files.read(path, memory_bytes));
    if (!resources.memory) resources.memory.emplace();
    const Result<void> read = translate::read_tmx(xml, path, *resources.memory, diagnostics);
    if (!read) {  // why is among the diagnostics
      return fail(read.error().code,
                  fmt::format("the memory {} cannot be used", quote_for_message(path)));
    }
  }
  return resources;
}

Result<void> stream_posts(const host::FileReader& files, const OpenLines& open_lines,
                          const SourceSettings& sources, const StageSettings& settings,
                          const Resources& resources, DiagnosticSink& diagnostics,
                          const TakePost& take) {
  const Stages stages(files, sources, settings, resources);
  std::vector<ingest::PostFile> pending;  // neighbouring files are worked on together
  bool going = true;
  const auto flush = [&] {
    if (!going) return;
    parallel_ordered(
        pending.size(), sources.jobs, [&](std::size_t i) { return stages.from_file(pending[i]); },
        [&](std::size_t, StreamedPost post) { return going = take(std::move(post)); });
    pending.clear();
  };
  for (const std::string& input : sources.inputs) {
    if (input == "-") {
      flush();
      if (!going) break;
      GALPI_TRY(going, stream_standard_input(open_lines, stages, sources.jobs, take));
    } else if (is_json_stream(input)) {
      flush();
      if (!going) break;
      GALPI_TRY(const auto lines, open_lines(input));
      GALPI_TRY(going, stream_json(*lines, std::nullopt, input, stages, sources.jobs, take));
    } else {
      GALPI_TRY(std::vector<ingest::PostFile> found, ingest::find_posts(files, input, diagnostics));
      std::move(found.begin(), found.end(), std::back_inserter(pending));
    }
  }
  flush();
  return {};
}

}  // namespace galpi::app
