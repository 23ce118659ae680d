// `galpi build`: what a product was made of, and whether it would come out the same today. Times of
// files say nothing here; contents do.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "galpi/app/settings.hpp"
#include "galpi/app/traced_files.hpp"
#include "galpi/base/result.hpp"
#include "galpi/host/file_system.hpp"

namespace galpi::app {

/// Kept beside a product, as JSON. Hashes are SHA-256 in hexadecimal; an empty one says that there
/// was nothing to read.
struct BuildRecord {
  std::string program;                             ///< which galpi made it
  std::map<std::string, std::string> settings;     ///< name → value, as the product was asked for
  std::map<std::string, std::string> posts;        ///< in the product: path → hash
  std::map<std::string, std::string> other_posts;  ///< of other days, drafts, left out
  std::map<std::string, std::string> files;        ///< all else that was read or looked for
  std::map<std::string, std::string> outputs;      ///< what was written
  std::size_t warnings = 0;
  std::size_t errors = 0;  ///< posts that --keep-going left out

  bool operator==(const BuildRecord&) const = default;
};

std::string format_build_record(const BuildRecord& record);

/// Fails with invalid_input for anything that format_build_record() did not write.
Result<BuildRecord> parse_build_record(std::string_view json);

/// The record with its paths as seen from another folder: those that start with `from` start with
/// `to` instead. Either is empty or ends in '/'; absolute paths stay.
BuildRecord relocated(const BuildRecord& record, const std::string& from, const std::string& to);

/// What is wanted.
struct BuildTarget {
  std::string path;
  std::string program;
  std::map<std::string, std::string> settings;
  SourceSettings sources;  ///< inputs and range are looked at
};

/// Compares records with what lies on disk.
class BuildState {
 public:
  explicit BuildState(const host::FileReader& files) : files_(files) {}

  /// Why the product has to be made (again), in words; nothing when it is up to date.
  std::optional<std::string> reason_to_build(const BuildTarget& target,
                                             const std::optional<BuildRecord>& record);

 private:
  /// Empty when there is nothing to read. Each file is read for this once in the life of the state.
  const std::string& hash_of(const std::string& path, std::size_t limit);
  std::optional<std::string> changed_file(const std::map<std::string, std::string>& recorded);
  std::optional<std::string> changed_post(const BuildTarget& target, const BuildRecord& record);

  const host::FileReader& files_;
  std::map<std::string, std::string> hashes_;
};

/// What to say of a product that was just made.
struct BuildOutcome {
  const FileTrace& trace;
  const std::set<std::string>& posts;  ///< the files, as diagnostics name them, that are in it
  std::size_t warnings = 0;
  std::size_t errors = 0;
};

Result<BuildRecord> record_build(const BuildTarget& target, const BuildOutcome& outcome,
                                 const host::FileReader& files);

}  // namespace galpi::app
