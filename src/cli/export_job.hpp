// One export: posts of a range → one product at its place.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "galpi/app/output.hpp"
#include "galpi/app/pandoc.hpp"
#include "galpi/exporters/anki.hpp"
#include "galpi/host/process.hpp"
#include "galpi/model/edition.hpp"
#include "session.hpp"

namespace galpi::cli {

/// `session` and `arguments` must outlive the job, which runs once. The edition it made lives as
/// long as the job.
class ExportJob {
 public:
  ExportJob(Session& session, const ExportArguments& arguments)
      : session_(session), arguments_(arguments) {}

  /// Runs the export and returns what was written, for people.
  Result<std::string> run();

  /// The files, as diagnostics name them, of the posts that are in the product.
  const std::set<std::string>& posts() const { return posts_; }

 private:
  void show(const std::vector<Diagnostic>& diagnostics);
  bool is_tex() const;
  model::Languages languages() const;
  std::string described(const StreamSummary& summary, const std::string& details) const;

  /// Calls `write` with the sink the output names, and commits only when all went well.
  Result<void> to_output(const app::WriteProduct& write);
  Result<std::string> write_lines();
  Result<std::string> write_edition();
  Result<void> write_document(const model::Edition& edition, ByteSink& sink);
  Result<void> write_tex(const model::Edition& edition);
  Result<void> write_folder(const model::Edition& edition);

  Session& session_;
  const ExportArguments& arguments_;
  host::SystemProcessRunner processes_;
  std::optional<app::PandocProgram> pandoc_;  ///< when it is to write the product
  std::optional<std::int64_t> epoch_;
  exporters::AnkiLedger ledger_;
  std::optional<model::Edition> edition_;
  std::set<std::string> posts_;
};

}  // namespace galpi::cli
