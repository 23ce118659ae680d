#include <fmt/format.h>

#include "galpi/app/build.hpp"
#include "galpi/app/post_stream.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/sha256.hpp"
#include "galpi/ingest/find_posts.hpp"
#include "galpi/ingest/parse_post.hpp"
#include "post_choice.hpp"

namespace galpi::app {
namespace {

constexpr std::size_t file_bytes = std::size_t{1} << 30U;
constexpr std::size_t longest_path_shown = 200;

std::string shown(const std::string& path) { return quote_for_message(path, longest_path_shown); }

Result<std::vector<ingest::PostFile>> find_all(const host::FileReader& files,
                                               const std::vector<std::string>& inputs) {
  DiagnosticList unheard;  // the export says it, too
  std::vector<ingest::PostFile> all;
  for (const std::string& input : inputs) {
    if (is_json_stream(input)) continue;
    GALPI_TRY(std::vector<ingest::PostFile> found, ingest::find_posts(files, input, unheard));
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  return all;
}

/// Whether an export of the range would show the post, or stop because of it.
bool would_count(const host::FileReader& files, const ingest::PostFile& post,
                 const DateRange& range) {
  const auto bytes = files.read(post.path, ingest::Limits{}.post_bytes);
  if (!bytes) return is_in_range_by_name(post.source, range);
  DiagnosticList unheard;
  const auto raw = ingest::parse_post(*bytes, post.file, post.source, unheard);
  if (!raw) return is_in_range_by_name(post.source, range);
  return raw->front_matter.published && range.contains(raw->front_matter.date);
}

std::optional<std::string> changed_setting(const std::map<std::string, std::string>& before,
                                           const std::map<std::string, std::string>& now) {
  for (const auto& [name, value] : now) {
    const auto old = before.find(name);
    if (old == before.end() || old->second != value) return name;
  }
  for (const auto& [name, value] : before) {
    if (!now.contains(name)) return name;
  }
  return std::nullopt;
}

}  // namespace

const std::string& BuildState::hash_of(const std::string& path, std::size_t limit) {
  const auto [known, is_new] = hashes_.try_emplace(path);
  if (is_new) {
    if (const auto content = files_.read(path, limit)) known->second = sha256_hex(*content);
  }
  return known->second;
}

std::optional<std::string> BuildState::changed_file(
    const std::map<std::string, std::string>& recorded) {
  for (const auto& [path, hash] : recorded) {
    const std::string& now = hash_of(path, file_bytes);
    if (now == hash) continue;
    return shown(path) + (now.empty() ? " is gone" : hash.empty() ? " is new" : " changed");
  }
  return std::nullopt;
}

std::optional<std::string> BuildState::changed_post(const BuildTarget& target,
                                                    const BuildRecord& record) {
  const auto found = find_all(files_, target.sources.inputs);
  if (!found) return found.error().message;
  std::set<std::string> seen;
  for (const ingest::PostFile& post : *found) {
    seen.insert(post.path);
    const std::string& now = hash_of(post.path, ingest::Limits{}.post_bytes);
    const auto used = record.posts.find(post.path);
    if (used != record.posts.end()) {
      if (used->second == now) continue;
      return shown(post.path) + " changed";
    }
    const auto other = record.other_posts.find(post.path);
    const bool is_known = other != record.other_posts.end();
    if (is_known && other->second == now) continue;
    if (!would_count(files_, post, target.sources.range)) continue;
    return shown(post.path) + (is_known ? " changed" : " is new");
  }
  for (const auto& [path, hash] : record.posts) {
    if (!seen.contains(path)) return shown(path) + " is gone";
  }
  return std::nullopt;
}

std::optional<std::string> BuildState::reason_to_build(const BuildTarget& target,
                                                       const std::optional<BuildRecord>& record) {
  if (files_.kind(target.path) == host::FileKind::missing) return "it is not there yet";
  if (!record) return "there is no record of how it was made";
  if (record->program != target.program) return "it was made by another galpi";
  if (const auto name = changed_setting(record->settings, target.settings)) {
    return fmt::format("its setting `{}` is another one", *name);
  }
  if (!record->outputs.contains(target.path)) return "there is no record of how it was made";
  for (const auto& [path, hash] : record->outputs) {
    const std::string& now = hash_of(path, file_bytes);
    if (now.empty()) return shown(path) + " is gone";
    if (now != hash) return shown(path) + " is not as galpi wrote it";
  }
  if (record->errors > 0 && !target.sources.keep_going) return "posts were left out of it";
  if (auto reason = changed_file(record->files)) return reason;
  return changed_post(target, *record);
}

Result<BuildRecord> record_build(const BuildTarget& target, const BuildOutcome& outcome,
                                 const host::FileReader& files) {
  BuildRecord record;
  record.program = target.program;
  record.settings = target.settings;
  record.outputs = outcome.trace.writes;
  record.warnings = outcome.warnings;
  record.errors = outcome.errors;
  record.files = outcome.trace.reads;
  GALPI_TRY(const auto found, find_all(files, target.sources.inputs));
  std::set<std::string> posts;
  for (const ingest::PostFile& post : found) {
    const auto read = outcome.trace.reads.find(post.path);
    const std::string hash = read == outcome.trace.reads.end() ? "" : read->second;
    (outcome.posts.contains(post.file) ? record.posts : record.other_posts)[post.path] = hash;
    record.files.erase(post.path);
    posts.insert(post.path);
  }
  // Looked for and not used: a folder, an image that is too large. It may be of use tomorrow.
  for (const std::string& path : outcome.trace.asked) {
    if (record.files.contains(path) || posts.contains(path)) continue;
    const auto content = files.read(path, file_bytes);
    record.files[path] = content ? sha256_hex(*content) : "";
  }
  // A ledger is read and written; it has to be as it was left.
  for (const auto& [path, hash] : record.outputs) record.files.erase(path);
  return record;
}

}  // namespace galpi::app
